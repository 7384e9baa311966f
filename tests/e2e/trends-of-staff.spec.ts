import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import type { RunningDesk } from '../support/server.ts';
import { fileReport, signIn, startStaffedDesk } from '../support/staffed-desk.ts';
import { expectAxeFindsNothing, expectNoSideways } from '../support/page-checks.ts';

const member = 'voorzitter@commissie.example';
const regulator = 'toezicht@acm.example';

let desk: RunningDesk;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	desk = await startStaffedDesk(member, { regulators: [regulator] });
	await fileReport(desk.url, {
		organisation_name: 'Stroomwijs',
		sector: 'energy',
		caller_number: '0850001234',
		categories: ['pushiness'],
		narrative: 'De verkoper bleef maar doorpraten terwijl ik nee zei.'
	});
	await fileReport(desk.url, { organisation_name: 'Telvast', channel: 'door' });
	await fileReport(desk.url, { organisation_name: 'Stroomwijs', kind: 'compliment' });
});
test.afterAll(() => desk.stop());
test.describe.configure({ mode: 'serial' });

/** Opens a page as somebody of staff. */
async function open(page: Page, path: string, email = member): Promise<void> {
	await page.goto(desk.url + path);
	if (page.url().includes('/inloggen')) {
		await signIn(page, desk.dataDir, email);
		await expect(page).not.toHaveURL(/inloggen/);
	}
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

const figure = (page: Page, name: string) => page.getByRole('figure', { name });

test('a filter stands in the address, and a count leads to the reports behind it', async ({
	page
}) => {
	await open(page, '/commissie/trends');
	await expect(figure(page, 'Klachten en complimenten door de tijd')).toContainText(
		'Klachten 2, complimenten 1'
	);
	await page
		.getByRole('combobox', { name: 'Branche' })
		.selectOption({ label: 'Energie (stroom en gas)' });
	await expect(page).toHaveURL(/sector=energy/);

	const channels = figure(page, 'Manier van contact');
	await channels.getByText('Bekijk de cijfers als tabel').click();
	await channels
		.getByRole('row', { name: /Telefoon/ })
		.getByRole('link')
		.click();
	await expect(page).toHaveURL(/\/commissie\/meldingen\?.*channel=phone/);
	await expect(page.locator('tbody tr')).toHaveCount(2);
	await expect(page.getByRole('status')).toContainText('wat meetelt in de trends');
});

test('the beginning of a number is enough, and what cannot be one is told at the field', async ({
	page
}) => {
	await open(page, '/commissie/trends?number=085000*');
	await expect(figure(page, 'Klachten en complimenten door de tijd')).toContainText('Klachten 1,');
	await expect(page.getByText('Voor deze vraag telden we de meldingen zelf').first()).toBeVisible();
	await page.goto(`${desk.url}/commissie/trends?number=abc`);
	await expect(page.getByRole('alert')).toContainText('Vul een nummer in');
});

test('a table is taken along as CSV and as a workbook', async ({ page }) => {
	await open(page, '/commissie/trends');
	const over = figure(page, 'Klachten en complimenten door de tijd');
	for (const [format, start] of [
		['CSV', '\ufeffMaand,Klacht,Compliment'],
		['XLSX', 'PK']
	] as const) {
		const download = page.waitForEvent('download');
		await over.getByRole('link', { name: new RegExp(format) }).click();
		const file = await readFile(await (await download).path(), 'utf8');
		expect(file.startsWith(start)).toBe(true);
	}
	const image = page.waitForEvent('download');
	await over.getByRole('button', { name: /PNG/ }).click();
	expect((await image).suggestedFilename()).toBe('klachten-en-complimenten-door-de-tijd.png');
});

test('a view is kept under a name, and a note stands in the chart', async ({ page }) => {
	await open(page, '/commissie/trends?channel=door');
	await page.getByText('Bewaarde weergaven (0)').click();
	await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('Vul een naam in.');
	await page.getByLabel('Bewaar deze weergave als').fill('Aan de deur');
	await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
	await expect(page).toHaveURL(/channel=door/);

	await page.goto(`${desk.url}/commissie/trends`);
	await page.getByText('Bewaarde weergaven (1)').click();
	await page.getByRole('link', { name: 'Aan de deur' }).click();
	await expect(page).toHaveURL(/channel=door/);

	await page.getByText('Notities in de grafiek (0)').click();
	await page.getByLabel('Dag', { exact: true }).fill(new Date().toISOString().slice(0, 10));
	await page.getByLabel('Notitie', { exact: true }).fill('Begin van de campagne');
	await page.getByRole('button', { name: 'Zet in de grafiek' }).click();
	await expect(figure(page, 'Klachten en complimenten door de tijd')).toContainText(
		'“Begin van de campagne”'
	);
});

test('the regulator reads the same figures, with views and notes of its own', async ({ page }) => {
	await open(page, '/acm', regulator);
	await expect(page).toHaveURL(`${desk.url}/acm`);
	await page.getByRole('link', { name: 'Trends', exact: true }).last().click();
	await expect(page).toHaveURL(/\/acm\/trends/);
	await page.goto(`${desk.url}/acm/trends`);
	await expect(page.getByText('Bewaarde weergaven (0)')).toBeVisible();
	await expect(page.getByText('Begin van de campagne')).toHaveCount(0);
	await page.getByText('Notities in de grafiek (0)').click();
	await page.getByLabel('Dag', { exact: true }).fill(new Date().toISOString().slice(0, 10));
	await page.getByLabel('Notitie', { exact: true }).fill('Onderzoek gestart');
	await page.getByRole('button', { name: 'Zet in de grafiek' }).click();
	await expect(figure(page, 'Klachten en complimenten door de tijd')).toContainText(
		'Onderzoek gestart'
	);

	const channels = figure(page, 'Manier van contact');
	await channels.getByText('Bekijk de cijfers als tabel').click();
	await channels
		.getByRole('row', { name: /Deur|deur/ })
		.getByRole('link')
		.click();
	await expect(page).toHaveURL(/\/acm\/meldingen\?/);
	await page.locator('tbody a').first().click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Melding');
	// Nothing to do but to sign out.
	await expect(page.locator('main form[method=post]:not([action$=uitloggen])')).toHaveCount(0);

	const response = await page.goto(`${desk.url}/commissie/trends`);
	expect(response?.status()).toBe(403);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the filters, the tables and the way to the reports are there', async ({ page }) => {
		await open(page, '/commissie/trends?channel=door');
		const kinds = figure(page, 'Manier van contact');
		await kinds.getByText('Bekijk de cijfers als tabel').click();
		await kinds.getByRole('link', { name: '1', exact: true }).click();
		await expect(page.locator('tbody tr')).toHaveCount(1);
	});
});

test('axe finds nothing on the pages of the trends, and no page is wider than a phone', async ({
	page
}) => {
	test.slow();
	for (const [email, paths] of [
		[member, ['/commissie', '/commissie/trends?compare=before']],
		[regulator, ['/acm', '/acm/trends', '/acm/meldingen']]
	] as const) {
		await page.context().clearCookies();
		await open(page, paths[0], email);
		for (const root of ['', '/en']) {
			for (const path of paths) {
				await page.goto(desk.url + root + path);
				await expectAxeFindsNothing(page);
			}
		}
		await page.setViewportSize({ width: 360, height: 720 });
		for (const path of paths) {
			await page.goto(desk.url + path);
			await expectNoSideways(page);
		}
		await page.setViewportSize({ width: 1280, height: 800 });
	}
});
