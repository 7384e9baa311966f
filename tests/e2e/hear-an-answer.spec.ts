import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import * as answers from '../../src/lib/server/reports/answers.ts';
import { readMail } from '../../src/lib/server/mail/read-mail.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import { signIn, submission } from '../support/desk.ts';
import { startFilledDesk } from '../support/filled-desk.ts';
import type { RunningDesk } from '../support/server.ts';
import { expectAxeFindsNothing, expectNoSideways } from '../support/page-checks.ts';

/*
 * A desk of its own, with an organisation whose member has answered before the desk opens: where
 * organisations work has no pages yet.
 */

type Filed = { reference: string; follow_code: string };
const names = ['judged', 'scriptless', 'english', 'axe', 'erased', 'linked'] as const;
let desk: RunningDesk;
const filed = {} as Record<(typeof names)[number] | 'bare', Filed>;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
	test.setTimeout(240_000);
	desk = await startFilledDesk(async (inside) => {
		const organisation_id = '00000000-0000-4000-8000-000000000001';
		await inside.backend.sql.query(
			`insert into hub.organisations (organisation_id, name, slug, sector)
		values ($1, 'Stroomwijs', 'stroomwijs', 'energy'), (gen_random_uuid(), 'Telvast', 'telvast', 'telecom')`,
			[organisation_id]
		);
		const member = await signIn(
			inside,
			'lid@stroomwijs.example',
			'organisation_member',
			organisation_id
		);
		for (const name of names) {
			filed[name] = await reports.file(
				inside,
				submission({ organisation_id, email: `${name}@example.org`, share_identity: true }),
				{ origin: 'form' }
			);
			await answers.answer(inside, member, filed[name].reference, {
				answer_type: 'accepted',
				reason: 'refund',
				text: 'Dit had niet mogen gebeuren. Je krijgt je geld terug.',
				has_promise: true
			});
			await answers.sendMessage(inside, member, filed[name].reference, 'Wat is je klantnummer?');
		}
		filed.bare = await reports.file(inside, submission({ organisation_id }), { origin: 'form' });
	});
});

test.afterAll(() => desk?.stop());

async function open(page: Page, { follow_code }: Filed) {
	await page.context().clearCookies();
	await page.goto(`${desk.url}/volgen`);
	await page.getByLabel('Je volgcode').fill(follow_code);
	await page.getByRole('button', { name: 'Bekijk mijn melding' }).click();
	await expect(page.getByRole('heading', { name: 'Berichten' })).toBeVisible();
}

const act = (page: Page, name: string) => page.locator('summary').getByText(name, { exact: true });
const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** The newest mail to somebody that holds a text. */
async function mailWith(to: string, text: RegExp): Promise<string> {
	let found: string | undefined;
	await expect
		.poll(async () => {
			const folder = join(desk.dataDir, 'mail');
			for (const name of (await readdir(folder)).filter((each) => each.endsWith('.eml')).sort()) {
				const mail = await readMail(await readFile(join(folder, name), 'utf8'));
				if (mail.to === to && text.test(mail.text)) found = mail.text;
			}
			return found !== undefined;
		})
		.toBe(true);
	return found!;
}

test('an answer is read, written about and judged, and another one asked for', async ({ page }) => {
	await open(page, filed.judged);
	await expect(title(page)).toHaveText('De organisatie heeft geantwoord');
	await expect(page.getByText('Nog 14 dagen')).toBeVisible();
	await expect(page.getByText('Je krijgt je geld terug.')).toBeVisible();
	await expect(page.getByText('Wat is je klantnummer?')).toBeVisible();

	await act(page, 'Schrijf een bericht').click();
	await page.getByLabel('Je bericht').fill('Bel me op 0612345678.');
	await page.getByRole('button', { name: 'Verstuur' }).click();
	await expect(page.getByRole('alert')).toContainText('Kies aan wie je schrijft.');
	await expect(page.getByLabel('Je bericht')).toHaveValue('Bel me op 0612345678.');
	await page.getByRole('radio', { name: 'Aan Stroomwijs' }).check();
	await page.getByRole('button', { name: 'Verstuur' }).click();
	await expect(page.getByText('Bel me op [telefoonnummer].')).toBeVisible();

	await page.getByRole('button', { name: 'Geef je oordeel' }).click();
	await expect(page.getByRole('alert')).toContainText('Kies wat je van het antwoord vindt.');
	await page.getByRole('radio', { name: 'Nee, ik wil een nieuw antwoord' }).check();
	await page.getByLabel('Wil je er iets bij zeggen?').fill('Nog niets gekregen.');
	await page.getByRole('button', { name: 'Geef je oordeel' }).click();
	await expect(title(page)).toHaveText('Je melding is weer open');
	await expect(page.getByText('Nog niets gekregen.')).toBeVisible();
	await expect(page.getByText('Nog 15 dagen')).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a verdict is given, another organisation named, and all of it erased', async ({ page }) => {
		await open(page, filed.scriptless);
		await page.getByRole('radio', { name: 'Nee, maar ik laat het hierbij' }).check();
		await page.getByRole('button', { name: 'Geef je oordeel' }).click();
		await expect(title(page)).toHaveText('Je melding is afgerond');
		await act(page, 'Toch niet klaar? Vraag een nieuw antwoord').click();
		await page.getByRole('button', { name: 'Heropen mijn melding' }).click();
		await expect(title(page)).toHaveText('Je melding is weer open');

		await open(page, filed.bare);
		await act(page, 'Het was een andere organisatie').click();
		await page.getByRole('button', { name: 'Pas de organisatie aan' }).click();
		await expect(page.getByRole('alert')).toContainText('Vul in welke organisatie het wel was.');
		await page.getByLabel('Welke organisatie was het wel?').fill('Stroomwijs');
		await page.getByRole('button', { name: 'Pas de organisatie aan' }).click();
		await expect(page.getByRole('alert')).toContainText('al gekoppeld');
		await page.getByLabel('Welke organisatie was het wel?').fill('Telvast');
		await page.getByRole('button', { name: 'Pas de organisatie aan' }).click();
		await expect(page.getByText('Telvast').first()).toBeVisible();

		// A new report that goes on from this one.
		await act(page, 'Doe een nieuwe melding hierover').click();
		await page.getByRole('main').getByRole('button', { name: 'Melden' }).click();
		await expect(page.getByLabel(/Namens welke organisatie/)).toHaveValue('Telvast');
		await page.getByRole('button', { name: /Verstuur/ }).click();
		const code = await page.locator('output').first().textContent();
		await open(page, { ...filed.bare, follow_code: code! });
		await expect(page.getByText(`eerdere melding ${filed.bare.reference}`)).toBeVisible();
	});

	test('an address is proven by code, and opens the report by link, once', async ({ page }) => {
		await open(page, filed.linked);
		await act(page, 'Bevestig je e-mailadres').click();
		await page.getByRole('button', { name: 'Mail mij een code' }).click();
		const code = /^\d{6}$/m.exec(await mailWith('linked@example.org', /^\d{6}$/m))![0];
		await page.getByLabel('Code van zes cijfers').fill(code === '111111' ? '222222' : '111111');
		await page.getByRole('button', { name: 'Bevestig', exact: true }).click();
		await expect(page.getByRole('alert')).toContainText('Deze code klopt niet.');
		await page.getByLabel('Code van zes cijfers').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
		await page.getByRole('button', { name: 'Bevestig', exact: true }).click();
		await expect(page.getByText('Je e-mailadres is bevestigd.')).toBeVisible();
		await page.getByRole('button', { name: 'Sluit mijn melding' }).click();

		for (const address of ['nobody@example.org', 'linked@example.org']) {
			await page.getByLabel('Je e-mailadres').fill(address);
			await page.getByRole('button', { name: 'Mail mij een link' }).click();
			await expect(page.getByRole('main')).toContainText(`Hoort bij ${address} een melding`);
		}
		const mail = await mailWith('linked@example.org', /\/volgen\/link\//);
		const link = /http\S+\/volgen\/link\/\S+/.exec(mail)![0];
		await page.goto(link);
		await page.getByRole('button', { name: 'Open mijn melding' }).click();
		await expect(page.getByText(filed.linked.reference).first()).toBeVisible();
		await page.goto(link);
		await page.getByRole('button', { name: 'Open mijn melding' }).click();
		await expect(page.getByRole('alert')).toContainText('Deze link werkt niet meer.');
	});
});

test('data are taken along, made anonymous and erased, and only a stub stays', async ({ page }) => {
	await open(page, filed.erased);
	await act(page, 'Download mijn gegevens').click();
	const waiting = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Download mijn gegevens' }).click();
	const file = JSON.parse(await readFile(await (await waiting).path(), 'utf8'));
	expect(file).toMatchObject({
		email: 'erased@example.org',
		report: { reference: filed.erased.reference }
	});

	await act(page, 'Maak mijn melding anoniem').click();
	await expect(page.getByText('Mag je e-mailadres krijgen')).toBeVisible();
	await page.getByRole('button', { name: 'Maak anoniem' }).click();
	await expect(page.getByText('Je melding is anoniem')).toBeVisible();

	await act(page, 'Wis mijn gegevens').click();
	await page.getByRole('button', { name: 'Wis definitief' }).click();
	await expect(page.getByRole('alert')).toContainText('Zet een vinkje');
	await page.getByLabel('Ja, wis mijn gegevens').check();
	await page.getByRole('button', { name: 'Wis definitief' }).click();
	await expect(page.getByText('Je gegevens zijn gewist.')).toBeVisible();
	await page.getByLabel('Je volgcode').fill(filed.erased.follow_code);
	await page.getByRole('button', { name: 'Bekijk mijn melding' }).click();
	await expect(page.getByRole('alert')).toContainText('Deze volgcode kennen we niet.');
});

test('an answer is judged in English too', async ({ page }) => {
	await page.goto(`${desk.url}/en/volgen`);
	await page.getByLabel('Your follow code').fill(filed.english.follow_code);
	await page.getByRole('button', { name: 'See my report' }).click();
	await expect(title(page)).toHaveText('The organisation has answered');
	await page.getByRole('radio', { name: 'Yes, it is solved' }).check();
	await page.getByRole('button', { name: 'Give your verdict' }).click();
	await expect(title(page)).toHaveText('Your report is closed');
	await expect(page.getByText('You said: it is solved.')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`axe finds nothing on an answered report with all its forms open, ${colorScheme}`, async ({
		page
	}) => {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await open(page, filed.axe);
		for (const summary of await page.locator('main summary').all()) await summary.click();
		await expectAxeFindsNothing(page);
		await page.setViewportSize({ width: 320, height: 640 });
		await expectNoSideways(page);
	});
}

test('a script writes, judges and erases with the code as bearer', async ({ request }) => {
	const headers = { authorization: `Bearer ${filed.axe.follow_code}` };
	const mine = `${desk.url}/api/v1/reports/mine`;
	const post = (path: string, data: object) => request.post(`${mine}${path}`, { headers, data });
	expect((await request.post(`${mine}/verdict`, { data: {} })).status()).toBe(401);
	expect((await post('/messages', { to: 'committee' })).status()).toBe(422);
	const written = await post('/messages', { to: 'committee', text: 'Hello' });
	expect(written.status()).toBe(201);
	expect((await written.json()).messages.at(-1)).toMatchObject({
		with: 'committee',
		text: 'Hello'
	});
	expect((await post('/promise', { is_kept: true })).status()).toBe(409);
	const judged = await post('/verdict', { verdict: 'solved' });
	expect(await judged.json()).toMatchObject({ status: 'closed', outcome: 'solved' });
	expect((await post('/verdict', { verdict: 'solved' })).status()).toBe(409);
	expect((await post('/redirect', { organisation_name: 'Telvast' })).status()).toBe(409);
	expect(await (await post('/anonymous', {})).json()).toMatchObject({ email: 'none' });
	expect(await (await request.get(`${mine}/data`, { headers })).json()).toMatchObject({
		email: null
	});
	expect((await request.delete(mine, { headers })).status()).toBe(204);
	expect((await request.get(mine, { headers })).status()).toBe(404);
});
