import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { verifyDossier } from '../../src/lib/server/dossiers/verify.ts';
import type { RunningDesk } from '../support/server.ts';
import { fileReport, signIn, startStaffedDesk } from '../support/staffed-desk.ts';
import { expectAxeFindsNothing } from '../support/page-checks.ts';

const member = 'voorzitter@commissie.example';
const regulator = 'toezicht@acm.example';

const stories = [
	'Een man bleef doorpraten over zonnepanelen terwijl ik had opgehangen.',
	'Voor de derde keer deze week, steeds tijdens het eten.',
	'Zij beweerde dat mijn contract vandaag afliep en ik nu moest kiezen.',
	'Ik zei nee, hij vroeg of ik dan gek was.',
	'Mijn moeder van negentig werd een half uur aan de lijn gehouden.',
	'Na mijn weigering belde een collega binnen vijf minuten terug.',
	'Midden in een vergadering, en hij wilde niet zeggen van welk bedrijf.',
	'Hij deed alsof hij van de gemeente kwam en vroeg naar mijn meterstand.',
	'Ik heb drie keer opgehangen en drie keer ging de telefoon weer.',
	'De verkoper schold toen ik niet wilde tekenen.',
	'Op zondagochtend, wij zaten met de kinderen aan het ontbijt.',
	'Zij las mijn adres voor en zei dat weigeren geen zin had.'
];
/** The month before this one, and a day in it. */
const lastMonth = (() => {
	const now = new Date();
	return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 10))
		.toISOString()
		.slice(0, 7);
})();

const headline = new RegExp(`kwamen er ${stories.length} klachten binnen`);

let desk: RunningDesk;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	desk = await startStaffedDesk(member, { regulators: [regulator] });
	for (const narrative of stories) {
		await fileReport(desk.url, {
			organisation_name: 'Stroomwijs',
			categories: ['pushiness'],
			narrative,
			contact_when: undefined,
			contact_at: `${lastMonth}-10T12:00`
		});
	}
});
test.afterAll(() => desk.stop());
test.describe.configure({ mode: 'serial' });

async function enter(page: Page, path: string, email: string): Promise<void> {
	await page.goto(`${desk.url}${path}`);
	if (page.url().includes('/inloggen')) await signIn(page, desk.dataDir, email);
	await expect(page).toHaveURL(`${desk.url}${path}`);
}

test('the regulator reads why a practice stands on the list, weighs it otherwise, and opens a case', async ({
	page
}) => {
	await enter(page, '/acm/praktijken', regulator);
	const row = page.getByRole('article').first();
	await expect(row.getByRole('heading')).toContainText('Stroomwijs');
	await row.getByText('Waarom staat dit hier?').click();
	await expect(
		row.getByText(`In deze periode kwamen er ${stories.length} klachten.`)
	).toBeVisible();
	await expectAxeFindsNothing(page);

	await page.getByText('Kies de periode en weeg zelf').click();
	for (const factor of ['Duur', 'Spreiding', 'Zwaarte']) await page.getByLabel(factor).fill('0');
	await page.getByRole('button', { name: 'Zet op volgorde' }).click();
	await expect(page).toHaveURL(/w_severity=0/);

	await page.getByRole('button', { name: /^Open een dossier over Stroomwijs/ }).click();
	await expect(page).toHaveURL(/\/acm\/dossiers\/D/);
	await expect(page.getByText(`In dit dossier: ${stories.length} meldingen.`)).toBeVisible();
});

test('a dossier is made while one watches, taken along, and found whole', async ({ page }) => {
	await enter(page, '/acm/dossiers', regulator);
	await page.getByRole('link', { name: /^Stroomwijs/ }).click();
	await page.locator('summary', { hasText: 'Maak een dossierbestand' }).click();
	await page.getByRole('button', { name: 'Maak een dossierbestand' }).click();
	const link = page.getByRole('link', { name: /^Download het dossierbestand/ });
	await expect(link).toBeVisible({ timeout: 60_000 });
	const waiting = page.waitForEvent('download');
	await link.click();
	const path = join(desk.dataDir, 'dossier.zip');
	await (await waiting).saveAs(path);
	const { faults, manifest } = await verifyDossier(path);
	expect(faults).toEqual([]);
	expect(manifest?.report_count).toBe(stories.length);
});

test('a dossier is made of what a list shows, too', async ({ page }) => {
	await enter(page, '/acm/meldingen?kind=complaint', regulator);
	await page.getByRole('link', { name: 'Dossierbestand van deze selectie' }).click();
	await page.locator('summary', { hasText: 'Maak een dossierbestand' }).click();
	await page.getByRole('button', { name: 'Maak een dossierbestand' }).click();
	await expect(page.getByRole('link', { name: /^Download het dossierbestand/ })).toHaveCount(2, {
		timeout: 60_000
	});
	await expectAxeFindsNothing(page);
});

test('the committee reads the month over, leaves a sentence out, and everybody reads the rest', async ({
	page
}) => {
	expect((await page.goto(`${desk.url}/maandverslag/${lastMonth}`))?.status()).toBe(404);
	await enter(page, `/commissie/maandverslag/${lastMonth}`, member);
	await page.locator('summary', { hasText: 'Lees na en geef vrij' }).click();
	await expect(page.getByLabel(headline)).toBeChecked();
	await page.getByLabel(/Vaker gemeld/).uncheck();
	await page.getByLabel('Wat de commissie zegt').fill('Wij spraken met de organisatie.');
	await page.getByRole('button', { name: 'Lees na en geef vrij' }).click();
	await expect(page.getByText('Het verslag is vrijgegeven.')).toBeVisible();
	await expectAxeFindsNothing(page);

	await page.goto(`${desk.url}/maandverslag`);
	await page.getByRole('main').getByRole('link').first().click();
	await expect(page.getByText(headline)).toBeVisible();
	await expect(page.getByText('Wij spraken met de organisatie.')).toBeVisible();
	await expect(page.getByText(/Vaker gemeld/)).toHaveCount(0);
	await expectAxeFindsNothing(page);
	const waiting = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Download als PDF' }).click();
	const path = join(desk.dataDir, 'month.pdf');
	await (await waiting).saveAs(path);
	expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');
});
