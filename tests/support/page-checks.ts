import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

/**
 * Expects that axe finds nothing on the page as it stands: by all its rules, or by those named. In
 * the page itself, which takes half the time: there are no frames of others here to look into.
 */
export async function expectAxeFindsNothing(page: Page, ...rules: string[]): Promise<void> {
	const axe = new AxeBuilder({ page }).setLegacyMode(true);
	if (rules.length > 0) axe.withRules(rules);
	const { violations, passes, inapplicable } = await axe.analyze();
	expect(passes.length + inapplicable.length).toBeGreaterThan(0);
	expect(violations.map(explain), new URL(page.url()).pathname).toEqual([]);
}

/** What is wrong and where, short enough to read in a failed test. */
function explain({ id, help, nodes }: Violation): string {
	return `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join('; ')})`;
}

/** Expects that nothing is wider than the window: nobody has to push a page aside. */
export async function expectNoSideways(page: Page): Promise<void> {
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(overflow, new URL(page.url()).pathname).toBeLessThanOrEqual(0);
}
