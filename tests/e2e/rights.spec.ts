import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { untilOneQuestion } from '../support/report-form.ts';

const words = {
	nl: {
		path: '/rechten',
		phone: /^Telefoon/,
		day: 'Op welke dag?',
		time: 'Hoe laat?',
		sector: 'Waar ging het over?',
		see: 'Bekijk mijn rechten',
		again: 'Bekijk opnieuw',
		consent: /toestemming gegeven/,
		no: 'Nee',
		customer: /klant van deze organisatie/,
		never: 'Nee, nooit',
		title: 'Gebeld zonder voorafgaande toestemming',
		source: 'Bron: Telecommunicatiewet, artikel 11.7 lid 2',
		sunday: /zondag, feestdag/,
		letter: 'Bewijs van toestemming vragen',
		begin: 'Begin mijn melding',
		next: 'Verder',
		story: /eigen woorden/,
		send: 'Verstuur mijn melding',
		done: 'Je bent gehoord'
	},
	en: {
		path: '/en/rechten',
		phone: /^Phone/,
		day: 'On which day?',
		time: 'At what time?',
		sector: 'What was it about?',
		see: 'See my rights',
		again: 'See again',
		consent: /give this organisation permission/,
		no: 'No',
		customer: /a customer of this organisation/,
		never: 'No, never',
		title: 'Called without prior consent',
		source: 'Source: Telecommunicatiewet, article 11.7 paragraph 2',
		sunday: /Sunday, holiday/,
		letter: 'Ask for proof of consent',
		begin: 'Begin my report',
		next: 'Continue',
		story: /own words/,
		send: 'Send my report',
		done: 'You have been heard'
	}
} as const;

type Language = keyof typeof words;

/** Asks about a call on a Sunday evening, as far as the result. */
async function askAboutSunday(page: Page, language: Language) {
	const say = words[language];
	await page.goto(say.path);
	await page.getByRole('radio', { name: say.phone }).check();
	await page.getByLabel(say.day).fill('2026-07-05');
	await page.getByLabel(say.time).fill('19:05');
	await page.getByLabel(say.sector).selectOption('energy');
	await page.getByRole('button', { name: say.see }).click();
	await expect(page.getByRole('heading', { name: say.sunday })).toBeVisible();
}

async function answerQuestions(page: Page, language: Language) {
	const say = words[language];
	await page
		.getByRole('group', { name: say.consent })
		.getByRole('radio', { name: say.no, exact: true })
		.check();
	await page.getByRole('group', { name: say.customer }).getByLabel(say.never).check();
}

for (const language of ['nl', 'en'] as const) {
	const say = words[language];

	test(`somebody sees in ${language} which rules were possibly broken, and takes it to a report`, async ({
		page
	}) => {
		await askAboutSunday(page, language);
		await expect(page.getByRole('heading', { name: say.title })).toHaveCount(0);
		await answerQuestions(page, language);
		await page.getByRole('button', { name: say.again }).click();
		await expect(page.getByRole('heading', { name: say.title })).toBeVisible();
		await expect(page.getByText(say.source)).toBeVisible();
		// The code is not seen in the text, so no article is named.
		await expect(page.getByText(/Code Telemarketing, arti/)).toHaveCount(0);

		await page.getByRole('button', { name: say.begin }).click();
		const next = page.getByRole('button', { name: say.next, exact: true });
		await untilOneQuestion(page);
		await expect(page.getByRole('radio', { name: /^(Een klacht|A complaint)/ })).toBeChecked();
		for (let step = 0; step < 4; step += 1) await next.click();
		await expect(
			page.getByRole('group', { name: say.customer }).getByLabel(say.never)
		).toBeChecked();
		await next.click();
		await page.getByLabel(say.story).fill('Gebeld op zondag.');
		await next.click();
		await page.getByRole('button', { name: say.send }).click();
		await expect(page.getByRole('heading', { name: say.done })).toBeVisible();
		await expect(page.getByRole('heading', { name: say.title })).toBeVisible();
		await expect(page.getByRole('heading', { name: say.sunday })).toBeVisible();
	});
}

test('a letter is filled in, and can be copied, printed and mailed', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(
		'/rechten?channel=phone&on=2026-07-02&time=19:05&sector=energy&organisation_name=Stroomwijs&answers.consent=no&answers.customer_status=never'
	);
	await page.getByText(words.nl.letter).click();
	const letter = page.locator('details[open] article');
	await expect(letter).toContainText('Aan: Stroomwijs');
	await expect(letter).toContainText('donderdag 2 juli 2026 om 19:05 uur');
	await expect(letter).toContainText('binnen vijf werkdagen');
	await expect(letter.locator('mark').first()).toHaveText('[je naam]');
	await page.getByRole('button', { name: 'Kopieer de tekst' }).click();
	await expect(page.getByRole('button', { name: 'Gekopieerd' })).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Stroomwijs');
	const mail = page.locator('details[open]').getByRole('link');
	await expect(mail).toHaveAttribute('href', /^mailto:\?subject=Verzoek%20om%20bewijs.*Stroomwijs/);
	await page.emulateMedia({ media: 'print' });
	await expect(letter).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
});

test('a time without a day is asked about, and nothing is lost', async ({ page }) => {
	await page.goto('/rechten?channel=phone&time=19:05');
	await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1);
	await expect(page.getByLabel('Hoe laat?')).toHaveValue('19:05');
	await expect(page.getByRole('radio', { name: /^Telefoon/ })).toBeChecked();
});

test('questions that were not answered can be answered after filing', async ({ page, request }) => {
	await page.goto('/melden');
	await untilOneQuestion(page);
	const next = page.getByRole('button', { name: 'Verder', exact: true });
	await page.getByRole('radio', { name: /^Een klacht/ }).check();
	await next.click();
	await page.getByRole('radio', { name: /^Telefoon/ }).check();
	await next.click();
	await page
		.getByLabel('Waar ging het over?')
		.selectOption('energy')
		.catch(() => {});
	await next.click();
	await page.getByRole('radio', { name: 'Zojuist' }).check();
	await next.click();
	await expect(page.getByRole('heading', { name: 'Nog een paar vragen' })).toBeVisible();
	await next.click();
	await page.getByLabel(words.nl.story).fill('Zomaar gebeld.');
	await next.click();
	await page.getByRole('button', { name: words.nl.send }).click();
	await expect(page.getByRole('heading', { name: words.nl.done })).toBeVisible();
	await answerQuestions(page, 'nl');
	await page.getByRole('button', { name: 'Voeg mijn antwoorden toe' }).click();
	await expect(page.getByRole('heading', { name: words.nl.title })).toBeVisible();
	const code = await page.locator('output').textContent();
	const answer = await request.get('/api/v1/reports/mine', {
		headers: { authorization: `Bearer ${code}` }
	});
	expect((await answer.json()).facts).toMatchObject({ consent: 'no', customer_status: 'never' });
});

test('what is chosen on a slow line, before the scripts are there, stays chosen', async ({
	page
}) => {
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/_app/**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto('/rechten', { waitUntil: 'commit' });
	await page.locator('select[name=sector]').selectOption('energy');
	release();
	await page.waitForLoadState('networkidle');
	await expect(page.locator('select[name=sector]')).toHaveValue('energy');
});

test('a program checks facts against the rules', async ({ request }) => {
	const ask = (data: unknown) => request.post('/api/v1/rules/check', { data });
	const answer = await ask({
		facts: { channel: 'phone_human', contact_at: '2026-07-05T12:00', recipient_type: 'consumer' }
	});
	expect(answer.status()).toBe(200);
	expect(await answer.json()).toMatchObject({
		findings: [{ rule_id: 'ctm-forbidden-day', outcome: 'possible' }],
		regime: 'R3'
	});
	expect((await ask([])).status()).toBe(422);
	const misspelt = await ask({ facts: { channel: 'fax' }, customer: 'never' });
	expect(misspelt.status()).toBe(422);
	expect((await misspelt.json()).errors.map(({ path }: { path: string }) => path)).toEqual([
		'facts.channel'
	]);
	const unknown = await ask({ facts: { channel: 'phone_human' }, customer: 'never' });
	expect(await unknown.json()).toMatchObject({ ignored: ['customer'] });
	const broken = await request.post('/api/v1/rules/check', {
		data: Buffer.from('{'),
		headers: { 'content-type': 'application/json' }
	});
	expect(broken.status()).toBe(400);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('somebody sees their rights and reads a letter', async ({ page }) => {
		await askAboutSunday(page, 'nl');
		await answerQuestions(page, 'nl');
		await page.getByRole('button', { name: words.nl.again }).click();
		await expect(page.getByRole('heading', { name: words.nl.title })).toBeVisible();
		await page.getByText(words.nl.letter).click();
		await expect(page.locator('details[open] article')).toContainText('5 juli 2026');
	});

	test('the one page asks the questions that fit, keeps everything, and files the answers', async ({
		page
	}) => {
		await page.goto('/melden');
		await page.getByRole('radio', { name: /^Een klacht/ }).check();
		await page.getByRole('radio', { name: /^Telefoon/ }).check();
		await page.getByRole('radio', { name: 'Op een andere dag' }).check();
		await page.getByLabel('Datum').first().fill('2026-07-02');
		await page.getByLabel(words.nl.story).fill('Gebeld tijdens het eten.');
		await page.getByRole('button', { name: /Toon de vragen/ }).click();
		await expect(page.getByLabel(words.nl.story)).toHaveValue('Gebeld tijdens het eten.');
		await expect(page.getByRole('radio', { name: /^Telefoon/ })).toBeChecked();
		await answerQuestions(page, 'nl');

		// What is wrong elsewhere loses no question and no answer.
		await page.getByLabel(/vier cijfers/).fill('99');
		await page.getByRole('button', { name: words.nl.send }).click();
		await expect(
			page.getByRole('group', { name: words.nl.customer }).getByLabel(words.nl.never)
		).toBeChecked();
		await page.getByLabel(/vier cijfers/).fill('1012');
		await page.getByRole('button', { name: words.nl.send }).click();
		await expect(page.getByRole('heading', { name: words.nl.done })).toBeVisible();
		await expect(page.getByRole('heading', { name: words.nl.title })).toBeVisible();
	});
});
