import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';

const praise =
	'Vriendelijke verkoper, legde alles rustig uit en nam afscheid toen ik geen interesse had. Heel netjes.';

async function fillIn(page: Page) {
	await page.goto('/melden');
	await page.getByRole('radio', { name: 'Een klacht' }).check();
	await page.getByRole('radio', { name: 'Telefoon' }).check();
	await page.getByLabel(/eigen woorden/).fill(praise);
	await page.getByRole('button', { name: 'Verstuur mijn melding' }).click();
	await expect(page.getByRole('alert')).toContainText('Dit klinkt als een compliment.');
	await expect(page.getByLabel(/eigen woorden/)).toHaveValue(praise);
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a story that reads as praise is asked about once, and sent again it is filed', async ({
		page
	}) => {
		await fillIn(page);
		await expect(page.getByRole('radio', { name: 'Een klacht' })).toBeChecked();
		await page.getByRole('button', { name: 'Verstuur mijn melding' }).click();
		await expect(page).toHaveURL(/\/melden\/klaar\//);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Je bent gehoord');
	});

	test('or it becomes the compliment it was meant to be', async ({ page }) => {
		await fillIn(page);
		await page.getByRole('radio', { name: 'Een compliment' }).check();
		await page.getByRole('button', { name: 'Verstuur mijn melding' }).click();
		await expect(page).toHaveURL(/\/melden\/klaar\//);
	});
});
