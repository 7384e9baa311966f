import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { RunningDesk } from '../support/server.ts';
import { fileReport, signIn, startStaffedDesk } from '../support/staffed-desk.ts';
import { expectAxeFindsNothing } from '../support/page-checks.ts';

const committee = 'voorzitter@commissie.example';
const people = {
	stroomwijs: 'compliance@stroomwijs.example',
	telvast: 'compliance@telvast.example',
	belhuis: 'directie@belhuis.example'
};
const contract = Buffer.from(
	`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`
);

let desk: RunningDesk;
test.beforeAll(async () => {
	// Two databases are made at the same time.
	test.setTimeout(180_000);
	desk = await startStaffedDesk(committee, {
		organisations: ['Belhuis'],
		owners: people
	});
});
test.afterAll(() => desk.stop());
test.describe.configure({ mode: 'serial' });

const windows = new Map<string, BrowserContext>();

/** Opens a page as one of the people of this story, who signs in once, in a window of their own. */
async function as(browser: Browser, email: string, path: string): Promise<Page> {
	const known = windows.get(email);
	const context = known ?? (await browser.newContext({ reducedMotion: 'reduce' }));
	windows.set(email, context);
	const page = await context.newPage();
	await page.goto(desk.url + path);
	if (!known) await signIn(page, desk.dataDir, email);
	// Signing in mails a code and makes an account: on a busy machine that takes its time.
	await expect(page).toHaveURL(desk.url + path, { timeout: 20_000 });
	return page;
}

async function expectAccessible(page: Page) {
	await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
	await expectAxeFindsNothing(page);
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBeLessThanOrEqual(page.viewportSize()!.width);
}

test('a block is claimed, the committee confirms it, and the reports that waited arrive', async ({
	browser
}) => {
	const reference = await fileReport(desk.url, { caller_number: '085 123 45 17' });
	const owner = await as(browser, people.stroomwijs, '/portaal/stroomwijs/nummers');
	await expectAccessible(owner);
	await owner.getByLabel('Nummer', { exact: true }).fill('085-123 45 10');
	await owner.getByLabel('Hoeveel nummers?').selectOption('Een blok van 100');
	await owner.getByLabel('In gebruik vanaf').fill('2026-01-01');
	await owner.getByLabel('Campagne').fill('Zonnestroom');
	await owner.getByLabel('Laat deze naam zien').check();
	await owner.getByRole('button', { name: 'Registreer', exact: true }).click();
	const alert = owner.getByRole('alert');
	await expect(alert).toContainText('Een blok begint met een nummer dat op 0 of 00 eindigt.');
	await expect(alert).toContainText('De nummers moeten op uw website staan');
	await expect(owner.getByLabel('Campagne')).toHaveValue('Zonnestroom');

	await owner.getByLabel('Nummer', { exact: true }).fill('085-123 45 00');
	await owner.getByLabel('Deze nummers staan op onze website').check();
	await owner
		.getByLabel('Document', { exact: true })
		.setInputFiles({ name: 'contract.pdf', mimeType: 'application/pdf', buffer: contract });
	await owner.getByRole('button', { name: 'Registreer', exact: true }).click();
	await expect(owner.getByRole('status')).toContainText('Uw aanvraag is ontvangen');
	await expect(owner.getByRole('table')).toContainText('085 123 4500 t/m 085 123 4599');
	await expect(owner.getByRole('table')).toContainText('Wacht op beslissing');

	const chair = await as(browser, committee, '/commissie/nummers');
	await expect(chair.getByText('085 123 4500 t/m 085 123 4599 voor Stroomwijs')).toBeVisible();
	await expectAccessible(chair);
	const download = chair.waitForEvent('download');
	await chair.getByRole('link', { name: 'contract.pdf' }).click();
	expect((await download).suggestedFilename()).toBe('contract.pdf');
	await chair.getByRole('button', { name: 'Bevestig' }).click();
	await expect(chair.getByRole('alert')).toContainText('Schrijf waarom');
	await chair.getByLabel('Reden').fill('Het contract noemt deze nummers.');
	await chair.getByRole('button', { name: 'Bevestig' }).click();
	await expect(chair.getByRole('status')).toContainText('1 wachtende');

	await owner.goto(`${desk.url}/portaal/stroomwijs/nummers`);
	await expect(owner.getByRole('table')).toContainText('1 wachtende meldingen');
	await owner.goto(`${desk.url}/portaal/stroomwijs/keten/${reference}`);
	await expect(owner.getByRole('heading', { level: 1 })).toContainText(reference);
});

test('the page of a number tells whose it is and what for, and leads to an objection in two taps', async ({
	page
}) => {
	await page.goto(`${desk.url}/nummer/0851234517`);
	await expect(page.getByText('Zonnestroom')).toBeVisible();
	await page.getByRole('link', { name: 'Maak verzet bij Stroomwijs' }).click();
	await expect(page.getByLabel('organisatie', { exact: false }).first()).toHaveValue('Stroomwijs');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('anyone contests a number, and the committee decides', async ({ page, browser }) => {
		await page.goto(`${desk.url}/nummer/0851234542`);
		await page.getByRole('link', { name: 'Klopt dit niet?' }).click();
		await page.getByRole('button', { name: 'Verstuur' }).click();
		await expect(page.getByRole('alert')).toContainText('Schrijf wat er niet klopt');
		await page.getByLabel('Wat klopt er niet?').fill('Dit is het nummer van mijn praktijk.');
		await page.getByLabel('Je e-mailadres').fill('praktijk@elders.example');
		await page.getByRole('button', { name: 'Verstuur' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('We hebben het ontvangen');

		const chair = await as(browser, committee, '/commissie/nummers');
		await expect(chair.getByText('Dit is het nummer van mijn praktijk.')).toBeVisible();
		await chair.getByLabel('Reden').fill('De praktijk liet een rekening zien.');
		await chair.getByRole('button', { name: 'De betwisting klopt', exact: true }).click();
		await expect(chair.getByRole('status')).toContainText('Beide kanten krijgen bericht');
		await page.goto(`${desk.url}/nummer/0851234542`);
		await expect(page.getByText('Stroomwijs')).toHaveCount(0);
	});
});

test('another organisation can only contest, and says why', async ({ browser }) => {
	const rival = await as(browser, people.telvast, '/portaal/telvast/nummers');
	await rival.getByLabel('Nummer', { exact: true }).fill('0851234550');
	await rival.getByLabel('Deze nummers staan op onze website').check();
	await rival
		.getByLabel('Document', { exact: true })
		.setInputFiles({ name: 'rekening.pdf', mimeType: 'application/pdf', buffer: contract });
	await rival.getByRole('button', { name: 'Registreer', exact: true }).click();
	await rival.getByLabel('Waarom zijn deze nummers van u?').fill('Wij namen het nummer over.');
	await expect(rival.getByText('Dit bestand is al ontvangen: rekening.pdf')).toBeVisible();
	await rival.getByRole('button', { name: 'Registreer', exact: true }).click();
	await expect(rival.getByRole('status')).toContainText('beslist de commissie tussen u beiden');
	expect((await rival.goto(`${desk.url}/portaal/stroomwijs/nummers`))?.status()).toBe(404);

	const chair = await as(browser, committee, '/commissie/nummers');
	await expect(chair.getByText('Wij namen het nummer over.')).toBeVisible();
	await chair.getByLabel('Reden').fill('De overname blijkt uit de rekening.');
	await chair.getByRole('button', { name: 'Bevestig' }).click();
	await expect(chair.getByRole('status')).toContainText('Bevestigd');
	await chair.goto(`${desk.url}/nummer/0851234550`);
	await expect(chair.getByText('Dit nummer is van Telvast')).toBeVisible();
});

test('a file is tried first, row by row, and then done', async ({ browser }) => {
	const owner = await as(browser, people.stroomwijs, '/portaal/stroomwijs/nummers/importeren');
	await expectAccessible(owner);
	const lines = [
		'Nummer;Laatste nummer;Vanaf;Contactcentrum',
		'088 1234567;;1-7-2026;Belhuis',
		'0900 1234;;1-7-2026;Belhuis',
		'0881234567;;1-8-2026;Belhuis',
		'0881234570;0881234579;2026-07-01;Onbekend BV'
	].join('\n');
	await owner
		.getByLabel('CSV-bestand')
		.setInputFiles({ name: 'nummers.csv', mimeType: 'text/csv', buffer: Buffer.from(lines) });
	await owner.getByLabel('Het contactcentrum bevestigt het').check();
	await owner.getByLabel('Deze nummers staan op onze website').check();
	await owner.getByRole('button', { name: 'Controleer' }).click();
	await expect(owner.getByRole('status')).toContainText('1 van de 4 regels');
	const table = owner.getByRole('table');
	await expect(table).toContainText('terugbellen kost de consument te veel');
	await expect(table).toContainText('al aangevraagd of geregistreerd');
	await expect(table).toContainText('Dit contactcentrum kennen we niet');
	await expect(owner.getByLabel('Of plak de regels')).toHaveValue(lines);
	await expectAccessible(owner);
	await owner.getByRole('button', { name: 'Registreer wat kan' }).click();
	await expect(owner.getByRole('status')).toContainText('1 van de 4 regels zijn aangevraagd');
});

test('the contact centre confirms, and sees what it made and nothing else', async ({ browser }) => {
	const elsewhere = await fileReport(desk.url, { caller_number: '0851234519' });
	const centre = await as(browser, people.belhuis, '/portaal/belhuis/nummers');
	await expectAccessible(centre);
	await centre.getByRole('button', { name: 'Ja, wij bellen met 088 123 4567' }).click();
	await expect(centre.getByRole('status')).toContainText('Bevestigd');

	const own = await fileReport(desk.url, { caller_number: '0881234567', contact_when: 'now' });
	const advertiser = await as(browser, people.stroomwijs, '/portaal/stroomwijs/keten');
	await expectAccessible(advertiser);
	await advertiser.getByLabel('Met welke organisatie?').fill('Belhuis');
	await advertiser.getByLabel('Zij werken voor ons').check();
	await advertiser.getByLabel('Als wat?').selectOption('contactcentrum');
	await advertiser.getByRole('button', { name: 'Stel voor' }).click();
	await expect(advertiser.getByRole('status')).toContainText('Het voorstel is verstuurd');

	await centre.goto(`${desk.url}/portaal/belhuis/keten`);
	await centre.getByRole('button', { name: 'Bevestig de schakel met Stroomwijs' }).click();
	await expect(centre.getByRole('status')).toContainText('De schakel is bevestigd');
	await expect(centre.getByRole('link', { name: own })).toBeVisible();
	await expect(centre.getByRole('link', { name: elsewhere })).toHaveCount(0);
	await expectAccessible(centre);
	for (const path of [
		`/portaal/belhuis/keten/${elsewhere}`,
		`/portaal/stroomwijs/keten/${own}`,
		'/portaal/stroomwijs/nummers'
	]) {
		expect((await centre.goto(desk.url + path))?.status()).toBe(404);
	}

	await advertiser.goto(`${desk.url}/portaal/stroomwijs/keten/${elsewhere}`);
	await advertiser.getByLabel('Uw vraag').fill('Was dit iemand van jullie?');
	await advertiser.getByRole('button', { name: 'Verstuur' }).click();
	await expect(advertiser.getByRole('status')).toContainText('Het bericht is verstuurd');
	await expectAccessible(advertiser);
	await centre.goto(`${desk.url}/portaal/belhuis/keten/${elsewhere}`);
	await expect(centre.getByText('Was dit iemand van jullie?')).toBeVisible();
	await centre.getByLabel('Uw inbreng').fill('Ja, op maandagavond.');
	await centre.getByRole('button', { name: 'Verstuur' }).click();
	await expect(centre.getByText('Ja, op maandagavond.')).toBeVisible();

	for (const [page, path, words] of [
		[advertiser, 'stroomwijs', /Belhuis contactcentrum 1 0/],
		[centre, 'belhuis', /Stroomwijs 1 0/]
	] as const) {
		await page.goto(`${desk.url}/portaal/${path}/cijfers`);
		await expect(page.getByRole('row', { name: words })).toBeVisible();
	}

	// A program of the centre sees the same, and no more.
	const never = await fileReport(desk.url, { caller_number: '0851234519' });
	const key = await makeKey(centre, 'belhuis');
	expect(await ask(key, '/links')).toMatchObject({
		links: [
			{
				role: 'contact_centre',
				is_worker: true,
				other: { name: 'Stroomwijs' },
				valid_until: null,
				state: 'confirmed'
			}
		]
	});
	const first = await ask(key, '/reports?limit=1');
	const second = await ask(key, `/reports?limit=1&cursor=${first.next}`);
	expect([...first.reports, ...second.reports]).toMatchObject([
		{ reference: own, organisation: { name: 'Stroomwijs' }, is_made_by_us: true, is_asked: false },
		{ reference: elsewhere, is_made_by_us: false, is_asked: true }
	]);
	expect((await ask(key, '/reports')).reports).toHaveLength(2);
	expect(await ask(key, `/reports/${elsewhere}`)).toMatchObject({
		is_own: false,
		messages: [{ text: 'Was dit iemand van jullie?' }, { text: 'Ja, op maandagavond.' }]
	});
	expect(await ask(key, `/reports/${never}`)).toMatchObject({ status: 404 });
	const clients = await makeKey(advertiser, 'stroomwijs');
	expect(await ask(clients, '/links')).toMatchObject({
		links: [{ is_worker: false, other: { name: 'Belhuis' } }]
	});
	expect(await ask(clients, '/reports')).toEqual({ reports: [], next: null });
	expect(await ask(clients, `/reports/${own}`)).toMatchObject({
		is_own: true,
		made_by: { name: 'Belhuis' }
	});
	const rivals = await makeKey(await as(browser, people.telvast, '/portaal/telvast'), 'telvast');
	expect(await ask(rivals, '/links')).toEqual({ links: [] });
	expect(await ask(rivals, `/reports/${own}`)).toMatchObject({ status: 404 });
});

/** A key with which a program reads the chain of an organisation. */
async function makeKey(page: Page, slug: string): Promise<string> {
	await page.goto(`${desk.url}/portaal/${slug}/koppelingen`);
	await page.locator('summary', { hasText: 'Maak een sleutel' }).click();
	await page.getByLabel('Naam', { exact: true }).fill('Belsysteem');
	await page.getByLabel('Keten lezen').check();
	await page.getByRole('button', { name: 'Maak een sleutel' }).click();
	return page.getByRole('status').locator('code').innerText();
}

/** Asks as a program does. */
async function ask(key: string, path: string) {
	const headers = { authorization: `Bearer ${key}` };
	const response = await fetch(`${desk.url}/api/v1/organisation/chain${path}`, { headers });
	return (await response.json()) as { reports: object[]; next: string | null };
}
