import { expect, type Page } from '@playwright/test';

/**
 * Waits until the report form asks one question at a time. Until its script runs, which may take a
 * while after the page is there, it is one page with every question and a button under each.
 */
export async function untilOneQuestion(page: Page): Promise<void> {
	await expect(page.locator('section[id^="step-"]').filter({ visible: true })).toHaveCount(1);
}
