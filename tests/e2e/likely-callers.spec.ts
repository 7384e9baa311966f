import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { RunningDesk } from '../support/server.ts';
import { fileReport, signIn, startStaffedDesk } from '../support/staffed-desk.ts';

const member = 'bellers@commissie.example';
const inspector = 'bellers@acm.example';

/** What reporters tell of one caller, each in words of their own. */
const stories = [
	'Ze zeiden namens het Nationaal Subsidieloket te bellen over dakisolatie.',
	'Dakisolatie, zogenaamd van het Nationaal Subsidieloket. Ik moest een foto van de meterkast sturen.',
	'Of ik even een foto van de meterkast wilde sturen voor de dakisolatie.',
	'Weer dat Nationaal Subsidieloket met hun gratis ledlampen en dakisolatie.'
];

let desk: RunningDesk;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	desk = await startStaffedDesk(member, { regulators: [inspector] });
	for (const [index, narrative] of [...stories, ...stories].entries()) {
		const caller_number = `085 123 45 0${1 + (index % 4)}`;
		await fileReport(desk.url, {
			caller_number,
			categories: ['misleading'],
			narrative: `${narrative} ${index + 1}x gebeld.`
		});
	}
	await fileReport(desk.url, { caller_number: '010 444 55 66', narrative: 'Een wijnboer.' });
});
test.afterAll(() => desk.stop());
test.describe.configure({ mode: 'serial' });

test('the committee sees which numbers are likely one caller’s and why, names it, and takes that back', async ({
	page
}) => {
	await page.goto(`${desk.url}/commissie/bellers`);
	await signIn(page, desk.dataDir, member);
	await expect(page.getByText('De nummers zijn nog niet bekeken.')).toBeVisible();
	await page.getByRole('button', { name: 'Kijk nu alle nummers na' }).click();
	const group = page.getByRole('link', { name: 'Beller met 085 123 4501 en 3 andere nummers' });
	await expect(group).toBeVisible();
	await expect(
		page.getByText('4 nummers liggen dicht bij elkaar, tussen 085 123 4501 en 085 123 4504.')
	).toBeVisible();
	await expect(page.getByText(/in dezelfde woorden: .*dakisolatie/)).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

	await group.click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Beller met 085 123 4501');
	await expect(page.getByRole('cell', { name: 'organisatie onbekend' })).toHaveCount(8);
	await page.locator('summary', { hasText: 'een organisatie die wij kennen' }).click();
	await page.getByLabel('Welke organisatie').fill('Stroomwijs');
	await page.getByRole('button', { name: 'Dit is een organisatie die wij kennen' }).click();
	await expect(page.getByText('Schrijf waarom.').first()).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await page.getByLabel('Waarom?').filter({ visible: true }).fill('Hun script en hun nummers');
	await page.getByRole('button', { name: 'Dit is een organisatie die wij kennen' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Stroomwijs');
	await expect(page.getByRole('cell', { name: 'organisatie bekend' })).toHaveCount(8);
	await expect(page.getByText('8 wachtende meldingen kwamen bij de organisatie aan')).toBeVisible();

	await page.locator('summary', { hasText: 'Neem het besluit terug' }).click();
	await page.getByLabel('Waarom?').filter({ visible: true }).fill('Het was toch een ander');
	await page.getByRole('button', { name: 'Neem het besluit terug' }).click();
	await expect(page.getByRole('cell', { name: 'organisatie onbekend' })).toHaveCount(8);
	await page.locator('summary', { hasText: 'Geef de onbekende beller een naam' }).click();
	await page.getByLabel('Naam voor deze beller').fill('De isolatiebellers');
	await page.getByLabel('Waarom?').filter({ visible: true }).fill('Niemand kent ze');
	await page.getByRole('button', { name: 'Geef de onbekende beller een naam' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('De isolatiebellers');
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('a caller that has a name stands among the practices, with its reports, and a case is opened about it', async ({
	page
}) => {
	await page.goto(`${desk.url}/commissie/praktijken`);
	await signIn(page, desk.dataDir, member);
	const row = page
		.getByRole('article')
		.filter({ hasText: 'De isolatiebellers' })
		.filter({ hasText: 'Misleid' });
	await expect(row.getByText('een beller zonder bekende organisatie')).toBeVisible();
	await expect(page.getByText('nummers waarvan niemand de gebruiker kent')).toHaveCount(0);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await row.getByRole('link', { name: 'Bekijk de meldingen' }).click();
	await expect(page.getByText('een beller die van de commissie een naam kreeg')).toBeVisible();
	await expect(page.getByRole('link', { name: /^\d{2}-[0-9A-Z]{6}$/ })).toHaveCount(8);

	await page.goBack();
	await row.getByRole('button', { name: /^Open een dossier over De isolatiebellers/ }).click();
	await expect(page).toHaveURL(/\/commissie\/dossiers\/D/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('De isolatiebellers');
	await expect(page.getByText('In dit dossier: 8 meldingen.')).toBeVisible();
	for (const number of ['085 123 4501', '085 123 4504']) {
		await expect(page.getByRole('listitem').filter({ hasText: number }).first()).toBeVisible();
	}
});

test('the regulator reads along, also from the practices, and decides nothing', async ({
	page
}) => {
	await page.goto(`${desk.url}/acm/praktijken`);
	await signIn(page, desk.dataDir, inspector);
	await page.getByRole('link', { name: 'De isolatiebellers' }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('De isolatiebellers');
	await expect(page.getByText('De commissie beoordeelt deze groepen. Je leest mee.')).toBeVisible();
	await expect(page.locator('summary', { hasText: 'besluit' })).toHaveCount(0);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
