import { expect, test, type Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import {
	chair,
	handler,
	objector,
	reader,
	startInboxDesk,
	stranger,
	type InboxDesk
} from '../support/inbox-desk.ts';
import { fileReport, signIn } from '../support/staffed-desk.ts';
import { expectAxeFindsNothing, expectNoSideways } from '../support/page-checks.ts';

let desk: InboxDesk;
// Each walks through many pages, some with axe on them.
test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.beforeAll(async () => {
	test.setTimeout(240_000);
	desk = await startInboxDesk();
});
test.afterAll(() => desk?.stop());

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Opens a page of the portal as a member. */
async function enter(page: Page, path: string, member = handler): Promise<void> {
	await page.goto(`${desk.url}/portaal${path}`);
	if (page.url().includes('/inloggen')) await signIn(page, desk.dataDir, member);
	await expect(page).toHaveURL(`${desk.url}/portaal${path}`);
}

/** Opens the report of a follow code as its reporter. */
async function follow(page: Page, follow_code: string): Promise<void> {
	await page.goto(`${desk.url}/volgen`);
	// Once opened it stays open until somebody closes it.
	if ((await page.getByLabel('Je volgcode').count()) === 0) return;
	await page.getByLabel('Je volgcode').fill(follow_code);
	await page.getByRole('button', { name: 'Bekijk mijn melding' }).click();
}

async function axeFindsNothing(page: Page): Promise<void> {
	await expectAxeFindsNothing(page);
	await expectNoSideways(page);
}

/** Writes an answer up to the preview. */
async function write(page: Page, reference: string, reason: string, text: string): Promise<void> {
	await enter(page, `/stroomwijs/meldingen/${reference}/antwoord`);
	await page.getByRole('radio', { name: reason }).check();
	await page.getByLabel('Tekst aan de melder').fill(text);
}

test('what has to be done stands first, with what is late on top', async ({ page }) => {
	const { fresh, late } = desk.filed;
	await enter(page, '/stroomwijs');
	await expect(heading(page)).toHaveText('Wat nu te doen');
	const heads = await page.getByRole('heading', { level: 2 }).allTextContents();
	expect(heads.slice(0, 3)).toEqual(['Te laat', 'Binnen drie dagen', 'Nieuw']);
	await expect(page.getByRole('listitem').filter({ hasText: late.reference })).toContainText(
		'2 dagen te laat'
	);
	await expect(page.getByRole('listitem').filter({ hasText: fresh.reference })).toContainText(
		'Nog 15 dagen'
	);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a report is opened, handed out and answered with a promise, after the preview', async ({
		page
	}) => {
		const { reference } = desk.filed.fresh;
		await enter(page, '/stroomwijs/meldingen?tab=new');
		await page.getByLabel(`Kruis melding ${reference} aan`).check();
		await page.getByLabel('Wijs toe aan').selectOption({ label: handler });
		await page.getByRole('button', { name: 'Wijs toe', exact: true }).click();
		await expect(page.getByText('Bijgewerkt: 1.')).toBeVisible();

		await enter(page, `/stroomwijs/meldingen/${reference}`);
		await expect(page.getByText('Mijn naam is [naam]')).toBeVisible();
		await expect(page.getByText('Wie dit meldde, is niet met u gedeeld.')).toBeVisible();
		await page.getByLabel('Notitie', { exact: true }).fill('Navragen bij het belteam.');
		await page.getByRole('button', { name: 'Voeg notitie toe' }).click();
		await expect(page.getByText('Navragen bij het belteam.')).toBeVisible();

		await write(page, reference, 'Geld terug', 'Over {reference}: bel 0612345678. Zo {fout}.');
		await page.getByRole('button', { name: 'Bekijk wat de melder krijgt' }).click();
		await expect(page.getByRole('alert')).toContainText('Tussen accolades staat iets');
		await page
			.getByLabel('Tekst aan de melder')
			.fill('Over {reference}: bel 0612345678. U krijgt uw geld terug.');
		await page.getByLabel('In dit antwoord staat een belofte').check();
		await page.getByLabel('Toelichting voor commissie').fill('Het team is aangesproken.');
		await page
			.locator('input[type=file]')
			.setInputFiles({ name: 'brief.png', mimeType: 'image/png', buffer: onePixel });
		await page.getByRole('button', { name: 'Bekijk wat de melder krijgt' }).click();
		await expect(heading(page)).toHaveText('Dit krijgt de melder');
		await expect(page.getByText(`Over ${reference}: bel [telefoonnummer].`)).toBeVisible();
		await expect(page.getByText('brief.png')).toBeVisible();

		await page.getByRole('button', { name: 'Wijzig het antwoord' }).click();
		await expect(page.getByLabel('brief.png is binnen en gaat mee')).toBeChecked();
		await page.getByRole('button', { name: 'Bekijk wat de melder krijgt' }).click();
		await page.getByRole('button', { name: 'Verstuur dit antwoord' }).click();
		await expect(page.getByText('Uw antwoord is verstuurd.')).toBeVisible();
		await expect(page.getByText('Het team is aangesproken.')).toBeVisible();
	});
});

test('the reporter reads it and says that it is not solved; it comes back and is answered again', async ({
	page
}) => {
	const { reference, follow_code } = desk.filed.fresh;
	await follow(page, follow_code);
	await expect(page.getByText('U krijgt uw geld terug.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'brief.png' })).toBeVisible();
	await expect(page.getByText('Het team is aangesproken.')).toHaveCount(0);
	await expect(page.getByText('Navragen bij het belteam.')).toHaveCount(0);
	await page.getByRole('radio', { name: 'Nee, ik wil een nieuw antwoord' }).check();
	await page.getByRole('button', { name: 'Geef je oordeel' }).click();
	await expect(page.getByRole('alert')).toHaveCount(0);

	await enter(page, '/stroomwijs');
	await expect(page.getByRole('heading', { name: 'Heropend door de melder' })).toBeVisible();
	await page.getByRole('link', { name: reference }).click();
	await expect(page.getByText('De melder zegt: het is niet opgelost.')).toBeVisible();
	await write(page, reference, 'Excuses', 'Het spijt ons. Het is vandaag overgemaakt.');
	await page.getByRole('button', { name: 'Bekijk wat de melder krijgt' }).click();
	await page.getByRole('button', { name: 'Verstuur dit antwoord' }).click();
	await expect(page.getByText('Uw antwoord is verstuurd.')).toBeVisible();

	await follow(page, follow_code);
	await page.getByRole('radio', { name: 'Ja, het is opgelost' }).check();
	await page.getByRole('button', { name: 'Geef je oordeel' }).click();
	await expect(heading(page)).toHaveText('Je melding is afgerond');
	await enter(page, `/stroomwijs/meldingen/${reference}`);
	await expect(page.getByText('Opgelost', { exact: true })).toBeVisible();
});

test('a template begins an answer; what is not theirs is contested, the reporter may object, and the committee decides', async ({
	page,
	browser
}) => {
	const { reference, follow_code } = desk.filed.late;
	await enter(page, '/stroomwijs/sjablonen');
	await page.getByLabel('Naam').fill('Niet van ons');
	await page
		.getByLabel('Tekst aan de melder')
		.fill('Melding {reference} gaat niet over {organisation}.');
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await expect(page.getByRole('rowheader', { name: 'Niet van ons' })).toBeVisible();

	await enter(page, `/stroomwijs/meldingen/${reference}/antwoord`);
	await page.getByLabel('Begin met een sjabloon').selectOption('Niet van ons');
	await page.getByRole('button', { name: 'Gebruik dit sjabloon' }).click();
	// The form is there anew; what is chosen before that is gone.
	await expect(page.getByLabel('Tekst aan de melder')).toHaveValue(/^Melding/);
	await page.getByRole('radio', { name: 'Het nummer is misbruikt' }).check();
	await page.getByLabel('Over welke organisatie').fill('Onbekend BV');
	await page.getByRole('button', { name: 'Bekijk wat de melder krijgt' }).click();
	await expect(page.getByText(`Melding ${reference} gaat niet over Stroomwijs.`)).toBeVisible();
	await page.getByRole('button', { name: 'Verstuur dit antwoord' }).click();
	await expect(page).toHaveURL(new RegExp(`beantwoord=${reference}$`));
	await enter(page, `/stroomwijs/meldingen/${reference}`);
	await expect(page.getByText('Betwist', { exact: true }).first()).toBeVisible();

	await follow(page, follow_code);
	await expect(page.getByText('Schrijf dat hieronder aan de commissie.')).toBeVisible();

	const committee = await (await browser.newContext({ locale: 'nl-NL' })).newPage();
	await committee.goto(`${desk.url}/commissie/meldingen/${reference}`);
	await signIn(committee, desk.dataDir, chair);
	await committee.goto(`${desk.url}/commissie/meldingen/${reference}`);
	const decision = committee.locator('form', { hasText: 'Wat is het besluit?' });
	await committee.locator('summary', { hasText: 'Beslis over de betwisting' }).click();
	await decision.getByRole('button').click();
	await expect(committee.getByText('Kies wat het besluit is.').first()).toBeVisible();
	await decision.getByRole('radio', { name: 'De melding blijft staan' }).check();
	await decision.getByLabel('Waarom?').fill('Het nummer stond die dag op naam van Stroomwijs.');
	await axeFindsNothing(committee);
	await decision.getByRole('button').click();
	await expect(committee.getByText('Je besluit staat vast.')).toBeVisible();
	await expect(committee.getByText('Melding blijft staan', { exact: true })).toBeVisible();
	await committee.context().close();

	await page.reload();
	await expect(page.getByText('De commissie liet je melding staan')).toBeVisible();
});

test('an objection is acknowledged, proof is shown, and a later report is flagged', async ({
	page
}) => {
	await enter(page, '/stroomwijs/verzoeken');
	await axeFindsNothing(page);
	const [proof, objection] = [/^B-/, /^V-/].map((name) => page.getByRole('link', { name }));
	await objection!.click();
	await expect(page.getByText('06 12345678')).toBeVisible();
	await axeFindsNothing(page);
	await page.getByRole('button', { name: 'Wij hebben dit ontvangen' }).click();
	await expect(page.getByText('Ontvangst bevestigd').first()).toBeVisible();
	await page.getByRole('button', { name: 'Het is verwerkt' }).click();
	await expect(page.getByText('U hebt laten weten dat het verzet is verwerkt')).toBeVisible();
	await expect(page.getByText('06 12345678')).toHaveCount(0);

	await enter(page, '/stroomwijs/verzoeken');
	await proof!.click();
	await page.getByRole('radio', { name: 'Ja, en die laat ik hier zien' }).check();
	await page.getByRole('button', { name: 'Verstuur het antwoord' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await axeFindsNothing(page);
	await page.getByRole('radio', { name: 'Nee, of wij kunnen die niet laten zien' }).check();
	await page.getByRole('button', { name: 'Verstuur het antwoord' }).click();
	await expect(page.getByText('U hebt geantwoord op')).toBeVisible();

	const later = await fetch(`${desk.url}/api/v1/reports`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({
			kind: 'complaint',
			channel: 'phone',
			organisation_name: 'Stroomwijs',
			email: objector.email,
			narrative: 'Ik werd toch weer gebeld.'
		})
	});
	const { objection: flag, reference } = await later.json();
	expect(flag.reference).toMatch(/^V-/);
	// Nothing on the page of the report tells whose objection that was.
	await enter(page, `/stroomwijs/meldingen/${reference}`);
	await expect(page.getByText(flag.reference)).toHaveCount(0);
	await expect(page.getByText(objector.email)).toHaveCount(0);
});

test('a reader reads and answers nothing', async ({ page }) => {
	const { reference } = desk.filed.late;
	await enter(page, `/stroomwijs/meldingen/${reference}`, reader);
	await expect(page.getByRole('link', { name: 'Schrijf een antwoord' })).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Voeg notitie toe' })).toHaveCount(0);
	const answer = await page.goto(`${desk.url}/portaal/stroomwijs/meldingen/${reference}/antwoord`);
	expect(answer?.status()).toBe(403);
	for (const path of [`meldingen/${reference}?/note`, 'meldingen?/assign', 'sjablonen?/save']) {
		const sent = await page.request.post(`${desk.url}/portaal/stroomwijs/${path}`, {
			form: { note: 'x', wanted: reference },
			headers: { origin: desk.url, accept: 'text/html' }
		});
		expect(sent.status(), path).toBe(403);
	}
});

test('a member of another organisation finds none of it', async ({ page }) => {
	const { reference } = desk.filed.late;
	await enter(page, '/telvast', stranger);
	await expect(page.getByText('Er wacht niets op u.')).toBeVisible();
	for (const path of [
		'',
		'/meldingen',
		`/meldingen/${reference}`,
		'/verzoeken',
		'/sjablonen',
		'/meldingen/export.csv',
		'/meldingen/export.xlsx'
	]) {
		const page_ = await page.request.get(`${desk.url}/portaal/stroomwijs${path}`);
		expect(page_.status(), path).toBe(404);
	}
	for (const path of [
		`/meldingen/${reference}`,
		`/meldingen/${reference}/antwoord`,
		`/verzoeken/V-26-000000`
	]) {
		expect((await page.request.get(`${desk.url}/portaal/telvast${path}`)).status(), path).toBe(404);
	}
});

test('cases are taken along as CSV, without what a spreadsheet would reckon with', async ({
	page
}) => {
	await enter(page, '/stroomwijs/meldingen?tab=all');
	const csv = await page.request.get(`${desk.url}/portaal/stroomwijs/meldingen/export.csv?tab=all`);
	const text = await csv.text();
	expect(text.split('\n')[0]).toContain('Kenmerk');
	expect(text).toContain(desk.filed.fresh.reference);
	expect(text).toContain("'+31850001234");
});

test('cases are taken along as a workbook, in words and with days that can be reckoned with', async ({
	page
}) => {
	await enter(page, '/stroomwijs/meldingen?tab=all');
	const link = page.getByRole('link', { name: 'Download deze lijst (Excel)' });
	const sent = await page.request.get(new URL((await link.getAttribute('href'))!, desk.url).href);
	expect(sent.headers()['content-disposition']).toContain('meldingen-stroomwijs.xlsx');
	const [sheet] = (await readXlsx(new Uint8Array(await sent.body()))).sheets;
	const [headings, ...rows] = sheet!.rows;
	const valueOf = (heading: string) => {
		const fresh = rows.find(([reference]) => reference === desk.filed.fresh.reference)!;
		return fresh[headings!.indexOf(heading)];
	};
	expect(valueOf('Nummer')).toBe('+31850001234');
	expect(valueOf('Bij u sinds')).toBeInstanceOf(Date);
	expect(valueOf('Klacht of compliment')).toBe('Klacht');
	expect(
		(await page.request.get(`${desk.url}/portaal/stroomwijs/meldingen/export.pdf`)).status()
	).toBe(404);
});

for (const width of [1280, 360]) {
	test(`axe finds nothing in the portal at ${width} pixels`, async ({ page }) => {
		await page.setViewportSize({ width, height: 800 });
		const waiting = await fileReport(desk.url, { organisation_name: 'Stroomwijs' });
		for (const path of [
			'',
			'/meldingen?tab=all&q=&kind=complaint',
			`/meldingen/${desk.filed.fresh.reference}`,
			`/meldingen/${waiting}/antwoord`,
			'/verzoeken',
			'/sjablonen'
		]) {
			await enter(page, `/stroomwijs${path}`);
			await axeFindsNothing(page);
		}
	});
}

/** The smallest image there is. */
const onePixel = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
	'base64'
);
