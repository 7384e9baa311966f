import { expect, test, type Page } from '@playwright/test';
import type { RunningDesk } from '../support/server.ts';
import { fileReport, startStaffedDesk } from '../support/staffed-desk.ts';

let desk: RunningDesk;
test.beforeAll(async () => {
	// Two databases are made at the same time.
	test.setTimeout(180_000);
	desk = await startStaffedDesk('niemand@commissie.example');
	const file = async (times: number, report: Record<string, unknown>) => {
		for (let turn = 0; turn < times; turn += 1) {
			await fileReport(desk.url, { narrative: 'Het ging zo.', ...report });
		}
	};
	await file(8, { kind: 'complaint', channel: 'phone' });
	await file(6, { kind: 'compliment', channel: 'door' });
	await file(2, { kind: 'complaint', channel: 'street' });
});
test.afterAll(() => desk.stop());

/** The last row of the table of a figure: this month, by the heading of each column. */
async function thisMonth(page: Page): Promise<Record<string, string>> {
	const table = page.getByRole('table');
	const headings = await table.getByRole('columnheader').allInnerTexts();
	const cells = await table.locator('tbody tr').last().locator('th, td').allInnerTexts();
	return Object.fromEntries(headings.map((heading, index) => [heading, cells[index]!.trim()]));
}

test('the table says how many were filed', async ({ page }) => {
	await page.goto(`${desk.url}/trends?group_by=kind`);
	expect(await thisMonth(page)).toMatchObject({ Klacht: '10', Compliment: '6' });
});

test('a count below five is hidden, and another one with it', async ({ page }) => {
	await page.goto(`${desk.url}/trends?group_by=channel`);
	expect(await thisMonth(page)).toMatchObject({
		Telefoon: '8',
		'Aan de deur': 'verborgen',
		'Op straat': 'verborgen'
	});
	await expect(page.getByText('Verborgen aantallen zijn kleiner dan 5')).toBeVisible();
});

test('a choice stands in the address at once, and keeps the focus', async ({ page }) => {
	await page.goto(`${desk.url}/trends`);
	await expect(page.getByRole('figure')).not.toHaveCount(0);
	const group = page.getByLabel('Verdeel naar');
	await group.focus();
	await group.selectOption({ label: 'Klacht of compliment' });
	await expect(page).toHaveURL(`${desk.url}/trends?group_by=kind`);
	await expect(group).toBeFocused();
	await expect(page.getByRole('figure')).toHaveCount(1);
	await page.goBack();
	await expect(page).toHaveURL(`${desk.url}/trends`);
});

test('what is wrong with a question is told at the field', async ({ page }) => {
	const response = await page.goto(`${desk.url}/trends?from=2026-05-01&to=2026-01-01`);
	expect(response?.status()).toBe(200);
	await expect(page.getByRole('alert')).toContainText('Het einde ligt voor het begin.');
	await expect(page.getByLabel('Vanaf')).toHaveValue('2026-05-01');
});

test('the table can be taken along, with nothing where a count is hidden', async ({ request }) => {
	const response = await request.get(`${desk.url}/trends/trends.csv?group_by=channel`);
	expect(response.headers()['content-type']).toContain('text/csv');
	const rows = (await response.text()).trim().split('\n');
	expect(rows[0]).toBe('Maand,Telefoon,Aan de deur,Op straat');
	expect(rows.at(-1)).toMatch(/^\d{4}-\d{2}-01,8,,$/);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the form asks the same and the table answers', async ({ page }) => {
		await page.goto(`${desk.url}/trends`);
		await page.getByLabel('Verdeel naar').selectOption({ label: 'Klacht of compliment' });
		await page.getByRole('button', { name: 'Laat zien' }).click();
		await expect(page).toHaveURL(/group_by=kind/);
		expect(await thisMonth(page)).toMatchObject({ Klacht: '10', Compliment: '6' });
	});
});
