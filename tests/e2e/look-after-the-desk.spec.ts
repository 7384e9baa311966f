import { expect, test, type Page } from '@playwright/test';
import type { RunningDesk } from '../support/server.ts';
import { administrator, codeFor, signIn, startStaffedDesk } from '../support/staffed-desk.ts';
import { expectAxeFindsNothing, expectNoSideways } from '../support/page-checks.ts';

const committee = 'lid@commissie.example';
const moderator = 'nieuw@gehoord.example';

let desk: RunningDesk;
let page: Page;
test.beforeAll(async ({ browser }) => {
	test.setTimeout(240_000);
	desk = await startStaffedDesk(committee);
	page = await (await browser.newContext()).newPage();
	await page.goto(`${desk.url}/beheer`);
	await signIn(page, desk.dataDir, administrator);
	await expect(heading()).toHaveText('Beheer');
});
test.afterAll(async () => {
	await page?.close();
	await desk?.stop();
});
test.describe.configure({ mode: 'serial' });

const heading = () => page.getByRole('heading', { level: 1 });
const row = (name: string | RegExp) => page.getByRole('row', { name });
const why = (reason: string) => page.getByLabel('Waarom?').fill(reason);
/** The form that was chosen stands there, and no longer the one before. */
const chosen = (title: string | RegExp) =>
	expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
const isSaved = () => expect(page.getByRole('status')).toContainText('Bewaard');

test('every page of upkeep stands in both languages, for axe, and within a phone', async () => {
	test.setTimeout(180_000);
	const paths = [
		'',
		'/indeling?kies=sectors/energy',
		'/termijnen?kies=verdict_window',
		'/dagen',
		'/annotaties',
		'/medewerkers',
		'/post',
		'/imports',
		'/wijzigingen'
	];
	for (const root of ['', '/en']) {
		for (const path of paths) {
			await page.goto(`${desk.url}${root}/beheer${path}`);
			await expect(heading()).toHaveCount(1);
			await expectAxeFindsNothing(page);
		}
	}
	await page.setViewportSize({ width: 360, height: 740 });
	for (const path of paths) {
		await page.goto(`${desk.url}/beheer${path}`);
		await expectNoSideways(page);
	}
	await page.setViewportSize({ width: 1280, height: 800 });
});

test('a label is changed with a reason, and the form of the reporter says it at once', async () => {
	await page.goto(`${desk.url}/beheer/indeling`);
	await page.getByRole('link', { name: 'Wijzig: Herhaald aandringen' }).click();
	await chosen('Wijzig: pushiness');
	await page.getByLabel('Nederlands', { exact: true }).fill('Opdringerig en hard');
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await expect(page.getByRole('alert')).toContainText('Schrijf waarom');
	await expect(page.getByLabel('Nederlands', { exact: true })).toHaveValue('Opdringerig en hard');
	await why('Korter.');
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await isSaved();
	await expect(row(/^pushiness/)).toContainText('Opdringerig en hard');
	const taxonomy = await (await fetch(`${desk.url}/api/v1/taxonomy`)).text();
	expect(taxonomy).toContain('Opdringerig en hard');
});

test('a term of the desk is changed within its bounds, one of a code is not', async () => {
	await page.goto(`${desk.url}/beheer/termijnen`);
	await expect(row(/Verzet uiterlijk verwerkt/)).toContainText('Ligt vast');
	await page.getByRole('link', { name: /^Wijzig: Oordeel van de melder/ }).click();
	await page.getByLabel(/^Nieuwe lengte/).fill('90');
	await why('Melders hebben meer tijd nodig.');
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await expect(page.getByRole('alert')).toContainText('mag deze termijn niet worden');
	await page.getByLabel(/^Nieuwe lengte/).fill('21');
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await isSaved();
	await expect(row(/^Oordeel van de melder/)).toContainText('21 dagen');
});

test('where organisations hear by the hour, the page about the desk says so', async () => {
	const isTold = page.getByText('Wat binnen 60 minuten kwam, komt daarna tegelijk.');
	await page.goto(`${desk.url}/over`);
	await expect(heading()).toHaveText('Over Gehoord');
	await expect(isTold).toHaveCount(0);
	await page.goto(`${desk.url}/beheer/termijnen`);
	await page
		.getByRole('link', { name: /^Wijzig: Organisaties horen van nieuwe meldingen/ })
		.click();
	await page.getByLabel(/^Nieuwe lengte/).fill('60');
	await why('Het moment mag niet verraden wie meldde.');
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await isSaved();
	await page.goto(`${desk.url}/over`);
	await expect(isTold).toBeVisible();
});

test('days of mourning and annotations are added and taken back', async () => {
	await page.goto(`${desk.url}/beheer/dagen`);
	await page.getByLabel('Dag', { exact: true }).fill('2026-05-20');
	await page.getByLabel('Nederlands', { exact: true }).fill('Nationale rouw');
	await page.getByLabel('Engels', { exact: true }).fill('National mourning');
	await page.getByLabel('Wie kondigde het aan, en waar?').fill('Regering, 19 mei 2026');
	await why('Aangekondigd.');
	await page.getByRole('button', { name: 'Voeg toe' }).click();
	await isSaved();
	await page.getByRole('link', { name: /^Verwijder de dag van rouw: .*20 mei 2026/ }).click();
	await chosen(/^Verwijder de dag van rouw/);
	await why('Toch niet.');
	await page.getByRole('button', { name: 'Verwijder' }).click();
	await isSaved();
	await expect(row(/20 mei 2026/)).toHaveCount(0);

	await page.goto(`${desk.url}/beheer/annotaties`);
	await page.getByLabel('Eerste dag').fill('2026-05-01');
	await page.getByLabel('Nederlands', { exact: true }).fill('Nieuw formulier');
	await page.getByLabel('Engels', { exact: true }).fill('New form');
	await page.getByLabel('Bron', { exact: true }).fill('Meldpunt');
	await page.getByLabel('Hier breekt de reeks').check();
	await why('Andere vragen.');
	await page.getByRole('button', { name: 'Voeg toe' }).click();
	await isSaved();
	await expect(row(/Nieuw formulier/)).toContainText('Breuk');
});

test('staff is invited and a role is ended, but the last administrator stays', async () => {
	await page.goto(`${desk.url}/beheer/medewerkers`);
	await page.getByLabel('E-mailadres').fill(moderator);
	await page.getByLabel('Rol', { exact: true }).selectOption('moderator');
	await why('Begint maandag.');
	await page.getByRole('button', { name: 'Nodig uit' }).click();
	await isSaved();
	await expect(page.getByRole('table', { name: 'Uitgenodigd' })).toContainText(moderator);

	const theirs = await (await page.context().browser()!.newContext()).newPage();
	await theirs.goto(`${desk.url}/commissie`);
	await signIn(theirs, desk.dataDir, moderator);
	await expect(theirs.getByRole('heading', { level: 1 })).toBeVisible();
	expect(await codeFor(desk.dataDir, moderator)).toBeTruthy();
	expect((await theirs.goto(`${desk.url}/beheer/medewerkers`))?.status()).toBe(403);

	await page.reload();
	await page.getByRole('link', { name: `Beëindig de rol moderator van ${moderator}` }).click();
	await chosen(/^Beëindig de rol moderator/);
	await why('Werkt hier niet meer.');
	await page.getByRole('button', { name: 'Beëindig de rol' }).click();
	await isSaved();
	expect((await theirs.goto(`${desk.url}/commissie`))?.status()).toBe(403);
	await theirs.close();

	await page.getByRole('link', { name: `Beëindig de rol beheerder van ${administrator}` }).click();
	await chosen(/^Beëindig de rol beheerder/);
	await why('Ik stop.');
	await page.getByRole('button', { name: 'Beëindig de rol' }).click();
	await expect(page.getByRole('alert')).toContainText('Er moet een beheerder blijven');
});

test('the list of changes tells who changed what and why', async () => {
	await page.goto(`${desk.url}/beheer/wijzigingen`);
	await expect(row(/Termijn gewijzigd Oordeel van de melder/)).toContainText(
		'Lengte: 14 dagen → 21 dagen'
	);
	await expect(row(/Indeling gewijzigd/)).toContainText('Korter.');
	await expect(row(/Rol beëindigd/)).toContainText(administrator);
	await expect(page.getByText(moderator)).toHaveCount(0);
});
