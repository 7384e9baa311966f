import { expect, test } from '../support/journey.ts';
import { fileReport } from '../support/staffed-desk.ts';

test('a number of which too little is known is told as such', async ({ page, desk }) => {
	await fileReport(desk.url, { caller_number: '0850011223' });
	await page.goto('/nummer/085-00%2011223');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('085 001 1223');
	await expect(page.getByText('We weten nog niet van wie dit nummer is')).toBeVisible();
	await expect(page.getByText('3 verschillende mensen')).toBeVisible();
	await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', '/nummer/31850011223');
	await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
});

test('a number that many complain about shows how many, and small counts only as few', async ({
	page,
	desk
}) => {
	for (let turn = 0; turn < 6; turn += 1) {
		await fileReport(desk.url, { caller_number: '0850011224', categories: ['misleading'] });
	}
	await fileReport(desk.url, { caller_number: '0850011224', kind: 'compliment' });
	await page.goto('/nummer/%2B31850011224');
	await expect(page.getByText('Over dit nummer komen vaak klachten binnen')).toBeVisible();
	await expect(page.locator('dl')).toContainText(/Klachten\s*6/);
	await expect(page.locator('dl')).toContainText(/Complimenten\s*minder dan 5/);
	await expect(page.getByText('Misleid (6 keer)')).toBeVisible();

	await page.getByRole('link', { name: 'Meld dit nummer' }).click();
	await expect(page).toHaveURL(/\/melden\?kind=complaint&caller_number=%2B31850011224/);
});

test('what is no number can be typed again', async ({ page }) => {
	const response = await page.goto('/nummer/abc');
	expect(response?.status()).toBe(422);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dit is geen telefoonnummer');
	await expect(page.getByLabel('Telefoonnummer')).toHaveValue('abc');
});
