import { expect, test, type Page } from '@playwright/test';
import type { RunningDesk } from '../support/server.ts';
import { signIn, startStaffedDesk } from '../support/staffed-desk.ts';
import { expectAxeFindsNothing } from '../support/page-checks.ts';

const committee = 'secretaris@cbt.example';

let desk: RunningDesk;
test.beforeAll(async () => {
	test.setTimeout(240_000);
	desk = await startStaffedDesk(committee);
});
test.afterAll(() => desk?.stop());
test.describe.configure({ mode: 'serial' });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const reasons = {
	'Om welke gesprekken gaat het?':
		'Wij bellen oud-abonnees één keer per jaar met een nieuw aanbod.',
	'Waarom is drie jaar te kort?': 'De helft van wie terugkomt, doet dat pas na vier of vijf jaar.',
	'Welk belang hebt u': 'Ons belang is werven; het belang van de oud-klant is rust aan tafel.',
	'Wat merkt iemand ervan?':
		'Hooguit één gesprek per jaar, nooit na het eten en nooit op zaterdag.',
	'Hoe beschermt u oud-klanten?':
		'Elk gesprek noemt het verzet, en verzet is binnen drie dagen verwerkt.'
};

let link = '';

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('an organisation asks for advice, sees what is missing and completes it', async ({
		page
	}) => {
		await page.goto(`${desk.url}/adviesregister`);
		await expect(page.getByText('€ 3.680')).toBeVisible();
		await page.getByRole('link', { name: 'Vraag advies aan' }).click();
		await page.getByRole('button', { name: 'Verstuur de aanvraag' }).click();
		await expect(page.getByRole('alert')).toContainText('Vul een heel aantal maanden in');
		await page.getByLabel('Organisatie', { exact: true }).fill('Stroomwijs');
		await page.getByLabel('Bedrijf').check();
		await page.getByLabel('Uw naam').fill('Anna de Wit');
		await page.getByLabel('Uw e-mailadres').fill('anna@stroomwijs.example');
		await page.getByLabel('Factuuradres').fill('Kade 1, Utrecht');
		await page.getByLabel('KvK-nummer').fill('12345678');
		await page.getByLabel('contract of abonnement').check();
		await page.getByLabel('Gevraagde termijn in maanden').fill('60');
		for (const [question, answer] of Object.entries(reasons)) {
			await page.getByLabel(question).fill(answer);
		}
		await page.getByRole('button', { name: 'Verstuur de aanvraag' }).click();
		await expect(heading(page)).toContainText('Aanvraag K-');
		await expect(page.getByText('Dit ontbreekt nog')).toBeVisible();
		link = page.url();
		const mistaken = await page.goto(`${desk.url}/adviesregister/aanvraag/${'a'.repeat(32)}`);
		expect(mistaken?.status()).toBe(200);
		await expect(heading(page)).toHaveText('Deze link kennen we niet');
	});
});

test('the secretariat handles the application up to the advice, and everybody reads it', async ({
	page,
	browser
}) => {
	await page.goto(`${desk.url}/commissie/adviesregister`);
	await signIn(page, desk.dataDir, committee);
	await expect(heading(page)).toHaveText('Adviesregister');
	await expectAxeFindsNothing(page);
	await page.getByRole('link', { name: 'Stroomwijs' }).click();
	await expectAxeFindsNothing(page);
	await page.getByLabel('Nummer van de factuur').fill('2026-014');
	await page.getByRole('button', { name: 'De factuur is verstuurd' }).click();
	await expect(page.getByText('Wacht op betaling')).toBeVisible();
	await page.locator('summary', { hasText: 'Vraag om aanvulling' }).click();
	await page.getByRole('button', { name: 'Vraag om aanvulling' }).click();
	await expect(page.getByRole('alert')).toContainText('Schrijf waarom');
	await page.getByLabel('Waarom?').first().fill('Waarop rust de termijn?');
	await page.getByRole('button', { name: 'Vraag om aanvulling' }).click();
	await expect(page.getByText('Wacht op aanvulling')).toBeVisible();

	const theirs = await (await browser.newContext()).newPage();
	await theirs.goto(link);
	await expect(theirs.getByText('Waarop rust de termijn?').first()).toBeVisible();
	await expectAxeFindsNothing(theirs);
	await theirs
		.getByLabel('Waarop rust de langere termijn?')
		.fill('Onze cijfers over vijf jaar en een aanbod dat hetzelfde blijft.');
	await theirs.getByRole('button', { name: 'Bewaar de wijziging' }).click();
	await expect(theirs.getByText('Dit ontbreekt nog')).toHaveCount(0);

	await page.reload();
	await page.getByRole('button', { name: 'Noteer de betaling' }).click();
	await page.getByRole('button', { name: 'Neem in behandeling', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Geef advies' })).toBeVisible();
	await expectAxeFindsNothing(page);
	await page.getByLabel('Langere termijn toegestaan').check();
	await page.getByLabel('Geldig tot en met').fill('2030-12-31');
	await page.getByLabel('Gronden').fill('De afweging is zorgvuldig.');
	await page.getByRole('button', { name: 'Geef dit advies' }).click();
	await expect(page.getByRole('alert')).toContainText('Schrijf een samenvatting');
	await page.getByLabel('Samenvatting voor iedereen').fill('Oud-abonnees komen vaak terug.');
	await page.getByRole('button', { name: 'Geef dit advies' }).click();
	await expect(page.getByText('Advies gegeven').first()).toBeVisible();

	await theirs.goto(`${desk.url}/adviesregister`);
	const advice = theirs.getByRole('article').filter({ hasText: 'Stroomwijs' });
	await expect(advice).toContainText('Geldig');
	await expect(advice).toContainText('60 maanden');
	await expect(advice).not.toContainText('zorgvuldig');
	await expectAxeFindsNothing(theirs);
	await theirs.close();
});
