import { expect, test, type Page } from '@playwright/test';
import { linksTo } from '../support/objection-desk.ts';
import {
	administrator,
	committee,
	mailTo,
	startClaimsDesk,
	telvast,
	tooLate
} from '../support/claims-desk.ts';
import type { RunningDesk } from '../support/server.ts';
import { codeFor, signIn } from '../support/staffed-desk.ts';
import { expectAxeFindsNothing } from '../support/page-checks.ts';

const owner = 'anna@stroomwijs.example';
const handler = 'bram@stroomwijs.example';

let desk: RunningDesk;
test.beforeAll(async () => {
	// Two databases are made at the same time.
	test.setTimeout(240_000);
	desk = await startClaimsDesk();
});
test.afterAll(() => desk?.stop());
test.describe.configure({ mode: 'serial' });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Opens a guarded page, through the door when nobody is signed in. */
async function open(page: Page, email: string, path: string): Promise<void> {
	await page.goto(desk.url + path);
	if (page.url().includes('/inloggen')) await signIn(page, desk.dataDir, email);
	await expect(page).toHaveURL(desk.url + path);
}

async function claim(page: Page, fields: { name: string; website: string; email: string }) {
	await page.goto(`${desk.url}/portaal/aanmelden`);
	await page.getByLabel('Organisatie').first().fill(fields.name);
	await page.getByLabel('Website').fill(fields.website);
	await page.getByLabel('Uw e-mailadres').fill(fields.email);
	await page.getByLabel('Branche').selectOption('energy');
	await page.getByLabel('Verkoopt of werft zelf').check();
	await page.getByRole('button', { name: 'Meld aan' }).click();
}

test('a claim that lacks everything is given back, each with what is wrong', async ({ page }) => {
	await page.goto(`${desk.url}/portaal/aanmelden`);
	await expectAxeFindsNothing(page);
	await page.getByLabel('KvK-nummer').fill('123');
	await page.getByRole('button', { name: 'Meld aan' }).click();
	await expect(page.getByRole('alert')).toContainText('Een KvK-nummer heeft acht cijfers');
	await expect(page.getByRole('alert')).toContainText('Vul hier tekst in');
	await expect(page.getByLabel('KvK-nummer')).toHaveValue('123');
});

for (const javaScriptEnabled of [false, true]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('one claims an organisation with mail at its web domain', async ({ page }) => {
			const [name, domain] = javaScriptEnabled
				? ['Stroomwijs', 'stroomwijs.example']
				: ['Molenwiek', 'molenwiek.example'];
			const email = `anna@${domain}`;
			await claim(page, { name: name!, website: `www.${domain}`, email });
			await expect(heading(page)).toHaveText('Vul de code in');
			if (javaScriptEnabled) await expectAxeFindsNothing(page);

			await page.getByLabel('Code van zes cijfers').fill('000000');
			await page.getByRole('button', { name: 'Bevestig' }).click();
			await expect(page.getByRole('alert')).toContainText('Deze code klopt niet');

			await expect.poll(() => codeFor(desk.dataDir, email)).toBeTruthy();
			await page.getByLabel('Code van zes cijfers').fill((await codeFor(desk.dataDir, email))!);
			await page.getByRole('button', { name: 'Bevestig' }).click();
			await expect(heading(page)).toHaveText('De organisatie staat op uw naam');
			await page.getByRole('link', { name: 'Log in', exact: true }).last().click();
			await signIn(page, desk.dataDir, email);
			await expect(page).toHaveURL(/\/portaal\//);
			await page.goto(`${desk.url}/portaal/${name!.toLowerCase()}/instellingen`);
			await expect(heading(page)).toHaveText('Instellingen');
			await expect(page.getByRole('table', { name: 'Medewerkers' })).toContainText(email);
		});
	});
}

test('nobody claims a known organisation with a website they made up', async ({ page }) => {
	const email = 'boef@elders.example';
	await claim(page, { name: 'Zonnewijs', website: 'elders.example', email });
	await expect(heading(page)).toHaveText('Uw aanvraag is binnen');
	expect(await codeFor(desk.dataDir, email)).toBeUndefined();
});

test('an administrator refuses a claim, and whoever made it is told why', async ({ page }) => {
	await open(page, administrator, '/beheer/aanvragen');
	await expectAxeFindsNothing(page);
	const card = page.getByRole('article', { name: 'Zonnewijs' });
	await expect(card).toContainText('Mailadres op een ander domein');
	await card.getByRole('button', { name: 'Wijs af' }).click();
	await expect(page.getByRole('alert')).toContainText('Schrijf waarom');
	await card.getByLabel('Waarom?').fill('We konden u niet bereiken via Zonnewijs.');
	await card.getByRole('button', { name: 'Wijs af' }).click();
	await expect(page.getByRole('status')).toContainText('Beslist');
	await expect
		.poll(() => mailTo(desk.dataDir, 'boef@elders.example', 'Uw aanvraag'))
		.toContain('We konden u niet bereiken');
});

test('an owner invites a handler, who signs in and manages nothing', async ({ page, browser }) => {
	await open(page, owner, '/portaal/stroomwijs/instellingen');
	await expectAxeFindsNothing(page);
	await page.getByRole('button', { name: 'Vertrek zelf' }).click();
	await expect(page.getByRole('alert')).toContainText('Er moet iemand blijven');

	await page.getByLabel('E-mailadres van wie u uitnodigt').fill(handler);
	await page.getByRole('button', { name: 'Nodig uit', exact: true }).click();
	await expect(page.getByRole('status')).toContainText('De uitnodiging is onderweg');
	await expect(page.getByRole('table', { name: 'Uitgenodigd' })).toContainText(handler);
	await expect
		.poll(() => mailTo(desk.dataDir, handler, 'uitgenodigd'))
		.toContain('/inloggen?next=/portaal/stroomwijs');

	const theirs = await browser.newPage();
	await theirs.goto(`${desk.url}/inloggen?next=/portaal/stroomwijs`);
	await signIn(theirs, desk.dataDir, handler);
	await expect(theirs).toHaveURL(`${desk.url}/portaal/stroomwijs`);
	expect((await theirs.goto(`${desk.url}/portaal/stroomwijs/instellingen`))?.status()).toBe(403);
	expect((await theirs.goto(`${desk.url}/portaal/windkracht/instellingen`))?.status()).toBe(404);

	await page.reload();
	await page.getByRole('button', { name: `Verwijder ${handler}` }).click();
	await expect(page.getByRole('status')).toContainText('Bewaard');
	expect((await theirs.goto(`${desk.url}/portaal`))?.status()).toBe(403);
	await theirs.close();
});

test('an owner changes the card, but takes no name of another', async ({ page }) => {
	await open(page, owner, '/portaal/stroomwijs/instellingen');
	await page.getByLabel('Handelsnamen').fill('Wijsstroom\nTelvast');
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await expect(page.getByRole('alert')).toContainText('van een andere organisatie');
	await expect(page.getByLabel('Handelsnamen')).toHaveValue('Wijsstroom\nTelvast');
	await page.getByLabel('Handelsnamen').fill('Wijsstroom');
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await expect(page.getByRole('status')).toContainText('De gegevens zijn bewaard');
	await expect(page.getByText('Gegevens gewijzigd')).toBeVisible();
});

test('an invitation that has expired lets nobody in', async ({ page }) => {
	await page.goto(`${desk.url}/inloggen?next=/portaal/windkracht`);
	await page.getByLabel('Je e-mailadres').fill(tooLate);
	await page.getByRole('button', { name: 'Stuur mij een code' }).click();
	await expect(heading(page)).toHaveText('Vul de code in');
	expect(await codeFor(desk.dataDir, tooLate)).toBeUndefined();
});

test.describe('the link to answer one report', () => {
	test.use({ javaScriptEnabled: false });

	test('reads and answers it once, without JavaScript', async ({ page }) => {
		const [path] = await linksTo(desk.dataDir, telvast, 'Melding');
		await page.goto(desk.url + path);
		await expect(heading(page)).toContainText('Klacht 26-');
		await expect(page.getByText('Ze belden tijdens het eten')).toBeVisible();
		await page.getByRole('button', { name: 'Verstuur het antwoord' }).click();
		await expect(page.getByRole('alert')).toContainText('Kies een reden');
		await page.getByLabel('Wat antwoordt u?').selectOption('apology');
		await page.getByLabel('Aan de melder').fill('Onze excuses. We bellen u niet meer.');
		await page.getByRole('button', { name: 'Verstuur het antwoord' }).click();
		await expect(heading(page)).toHaveText('Deze melding is beantwoord');

		await page.goto(desk.url + path);
		await expect(page.getByText('Met deze link kan dat één keer')).toBeVisible();
		await expect(page.getByText('Ze belden tijdens het eten')).toHaveCount(0);
		await page.goto(`${desk.url}/antwoord/${'a'.repeat(32)}`);
		await expect(heading(page)).toHaveText('Deze link kennen we niet');
	});
});

test('the committee merges two organisations that are one, and takes it back', async ({ page }) => {
	await open(page, committee, '/commissie/organisaties');
	await expectAxeFindsNothing(page);
	await page.getByRole('link', { name: /^Vergelijk .*Zonne/ }).click();
	await expectAxeFindsNothing(page);
	await page.locator('summary', { hasText: 'Voeg samen' }).click();
	await page.getByRole('radio', { name: 'Zonnewijs' }).check();
	await page.getByLabel('Waarom?').first().fill('Dezelfde, met een spatie.');
	await page.getByRole('button', { name: 'Voeg samen' }).click();
	await expect(heading(page)).toHaveText('Zonnewijs');
	await expect(page.getByText('Zonne Wijs').first()).toBeVisible();
	await expectAxeFindsNothing(page);

	await page.locator('summary', { hasText: 'Draai het samenvoegen' }).click();
	await page.getByLabel('Waarom?').last().fill('Toch twee.');
	await page.getByRole('button', { name: /Draai het samenvoegen/ }).click();
	await expect(page.getByText('Samenvoegen teruggedraaid')).toBeVisible();
});
