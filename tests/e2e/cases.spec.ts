import { expect, test, type Page } from '@playwright/test';
import type { RunningDesk } from '../support/server.ts';
import { administrator, fileReport, signIn, startStaffedDesk } from '../support/staffed-desk.ts';
import { expectAxeFindsNothing } from '../support/page-checks.ts';

const member = 'voorzitter@commissie.example';
const owner = 'directie@stroomwijs.example';
const regulator = 'toezicht@acm.example';

let desk: RunningDesk;
let caseAddress: string;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	desk = await startStaffedDesk(member, {
		owners: { stroomwijs: owner },
		regulators: [regulator]
	});
});
test.afterAll(() => desk.stop());
test.describe.configure({ mode: 'serial' });

async function enter(page: Page, path: string, email: string): Promise<void> {
	await page.goto(`${desk.url}${path}`);
	if (page.url().includes('/inloggen')) await signIn(page, desk.dataDir, email);
	await expect(page).toHaveURL(`${desk.url}${path}`);
}

/** Opens the form with this name. */
const unfold = (page: Page, name: string) => page.locator('summary', { hasText: name }).click();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

const inDays = (days: number) =>
	new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('the committee opens a case with what was reported about an organisation', async ({
	page
}) => {
	for (const categories of [['pushiness'], ['pushiness'], ['misleading']]) {
		await fileReport(desk.url, { organisation_name: 'Stroomwijs', categories });
	}
	await enter(page, '/commissie/dossiers', member);
	await unfold(page, 'Open een dossier');
	await page.getByLabel('Titel').fill('Blijven bellen na nee');
	await page.getByLabel('Werkwijze').selectOption({ label: 'Herhaald aandringen' });
	await page.getByLabel('Organisatie (mag leeg)').fill('Bestaat Niet');
	await page.getByLabel('Meldingen vanaf').fill('2020-01-01');
	await press(page, 'Open een dossier');
	await expect(page.getByRole('alert')).toContainText('staat niet bij ons');
	await page.getByLabel('Organisatie (mag leeg)').fill('Stroomwijs');
	await press(page, 'Open een dossier');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Blijven bellen na nee');
	await expect(page.getByText('In dit dossier: 2 meldingen.')).toBeVisible();
	caseAddress = new URL(page.url()).pathname;
	await expectAxeFindsNothing(page);
});

test('nobody is warned unheard; the organisation is asked and answers in the portal', async ({
	page,
	browser
}) => {
	await enter(page, caseAddress, member);
	await unfold(page, 'Besluit');
	await page.getByLabel('Besluit').selectOption({ label: 'Waarschuwing' });
	await page.getByLabel('Redenen').fill('Elke week weer.');
	await press(page, 'Besluit');
	await expect(page.getByRole('alert')).toContainText('gehoord');

	await unfold(page, 'Vraag de organisatie');
	await page.getByLabel('Onderwerp').fill('Bellen na een nee');
	await page.getByLabel('Vraag', { exact: true }).fill('Waarom belt u opnieuw?');
	await page.getByLabel('Antwoord uiterlijk').fill(inDays(10));
	await press(page, 'Vraag de organisatie');
	await expect(page.getByText('wacht op antwoord')).toBeVisible();

	const theirs = await (await browser.newContext()).newPage();
	await enter(theirs, '/portaal/stroomwijs/dossiers', owner);
	await expect(theirs.getByText('Waarom belt u opnieuw?')).toBeVisible();
	await expect(theirs.getByText('Blijven bellen na nee')).toHaveCount(0);
	await expectAxeFindsNothing(theirs);
	await theirs
		.getByLabel('Jullie antwoord')
		.fill('Wij zijn ermee gestopt. Bel mij op 06 12345678.');
	await theirs.getByRole('button', { name: 'Verstuur het antwoord' }).click();
	await expect(theirs.getByText('Het antwoord is verstuurd.')).toBeVisible();
	await theirs.context().close();

	await page.reload();
	await expect(page.getByText('Wij zijn ermee gestopt.')).toBeVisible();
	await expect(page.getByText('06 12345678')).toHaveCount(0);
});

test('a warning is published on the page of the organisation, and repeats are counted apart', async ({
	page
}) => {
	await enter(page, caseAddress, member);
	await unfold(page, 'Besluit');
	await page.getByLabel('Besluit').selectOption({ label: 'Waarschuwing' });
	await page.getByLabel('Redenen').fill('Elke week weer.');
	await page.getByLabel('Wat de organisatie te lezen krijgt').fill('Stop met bellen na een nee.');
	await page.getByLabel('Publiceer dit op de pagina').check();
	await press(page, 'Besluit');
	await expect(page.getByText('gepubliceerd', { exact: true })).toBeVisible();
	await expect(page.getByText('is nog geen week voorbij')).toBeVisible();
	await page.goto(`${desk.url}/organisatie/stroomwijs`);
	await expect(page.getByText('Stop met bellen na een nee.')).toBeVisible();
	await expect(page.getByText('Elke week weer.')).toHaveCount(0);
});

test('the regulator sees a case once it is shared, and keeps its notes to itself', async ({
	page,
	browser
}) => {
	const acm = await (await browser.newContext()).newPage();
	const theirAddress = caseAddress.replace('/commissie', '/acm');
	await enter(acm, '/acm/dossiers', regulator);
	await expect(acm.getByText('Er zijn geen dossiers.')).toBeVisible();
	expect((await acm.goto(`${desk.url}${theirAddress}`))?.status()).toBe(404);

	await enter(page, caseAddress, member);
	await unfold(page, 'Deel met ACM');
	await press(page, 'Deel met ACM');
	await expect(page.getByText('gedeeld met ACM', { exact: true })).toBeVisible();

	await enter(acm, theirAddress, regulator);
	await expect(acm.getByText('van de commissie', { exact: true })).toBeVisible();
	await expect(acm.locator('summary', { hasText: 'Verander de stand' })).toHaveCount(0);
	await unfold(acm, 'Schrijf een notitie');
	await acm.getByLabel('Notitie', { exact: true }).fill('Wij komen in maart langs.');
	await press(acm, 'Schrijf een notitie');
	await expect(acm.getByText('Wij komen in maart langs.')).toBeVisible();
	await page.reload();
	await expect(page.getByText('Wij komen in maart langs.')).toHaveCount(0);

	await acm
		.getByRole('link', { name: /^\d\d-/ })
		.first()
		.click();
	await expect(acm.getByRole('heading', { level: 1 })).toContainText('Melding');
	await acm.context().close();
});

test('who opened a report, and for which case, stands in the audit trail', async ({ page }) => {
	await enter(page, '/beheer/logboek', administrator);
	const row = page.getByRole('row', { name: new RegExp(regulator) }).first();
	await expect(row).toContainText('Melding geopend');
	await expect(row).toContainText(`dossier ${caseAddress.split('/').at(-1)}`);
	await expectAxeFindsNothing(page);
});
