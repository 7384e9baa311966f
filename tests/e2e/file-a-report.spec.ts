import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { untilOneQuestion } from '../support/report-form.ts';

const words = {
	nl: {
		path: '/melden',
		complaint: /^Een klacht/,
		phone: /^Telefoon/,
		next: 'Verder',
		back: 'Terug',
		number: /Met welk nummer/,
		organisation: /Namens welke organisatie/,
		today: 'Eerder vandaag',
		questions: 'Nog een paar vragen',
		story: /eigen woorden/,
		postcode: /vier cijfers/,
		send: 'Verstuur mijn melding',
		done: 'Je bent gehoord'
	},
	en: {
		path: '/en/melden',
		complaint: /^A complaint/,
		phone: /^Phone/,
		next: 'Continue',
		back: 'Back',
		number: /Which number/,
		organisation: /organisation/,
		today: 'Earlier today',
		questions: 'A few more questions',
		story: /own words/,
		postcode: /four digits/,
		send: 'Send my report',
		done: 'You have been heard'
	}
} as const;

/** Fills the form question by question, as far as the last one. */
async function answer(page: Page, language: 'nl' | 'en', story: string) {
	const say = words[language];
	const next = page.getByRole('button', { name: say.next, exact: true });
	await page.goto(say.path);
	await untilOneQuestion(page);
	await page.getByRole('radio', { name: say.complaint }).check();
	await next.click();
	await page.getByRole('radio', { name: say.phone }).check();
	await next.click();
	await page.getByLabel(say.number).fill('085 123 45 67');
	await page.getByRole('combobox', { name: say.organisation }).first().fill('Stroomwijs');
	await next.click();
	await page.getByRole('radio', { name: say.today }).check();
	await next.click();
	// Every question may be skipped.
	await expect(page.getByRole('heading', { name: say.questions })).toBeVisible();
	await next.click();
	await page.getByLabel(say.story).fill(story);
	await next.click();
	await page.getByLabel(say.postcode).fill('1012');
}

for (const language of ['nl', 'en'] as const) {
	test(`somebody on a phone files a complaint in ${language} and is told how to follow it`, async ({
		page
	}) => {
		await page.setViewportSize({ width: 360, height: 740 });
		const say = words[language];
		await answer(page, language, 'Ik werd gebeld terwijl ik nooit toestemming heb gegeven.');
		await page.getByRole('button', { name: say.send }).click();
		await expect(page.getByRole('heading', { name: say.done, level: 1 })).toBeVisible();
		await expect(page.getByText(/^\d\d-[0-9A-Z]{6}$/)).toBeVisible();
		await expect(page.getByText(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/)).toBeVisible();
		// The device did its sums while somebody typed.
		await expect(page.getByText(/leest iemand van Gehoord|reads your report first/)).toHaveCount(0);
		// The code is never in an address that a browser remembers.
		expect(page.url()).not.toMatch(/([0-9A-Z]{5}-){3}/);
	});
}

test('going back and forward keeps every answer', async ({ page }) => {
	await answer(page, 'nl', 'Een verhaal dat moet blijven staan.');
	for (let step = 6; step >= 1; step -= 1) {
		await page.goBack();
		await expect(page.getByText(`Stap ${step} van 7`)).toBeVisible();
	}
	await expect(page.getByRole('radio', { name: words.nl.complaint })).toBeChecked();
	const next = page.getByRole('button', { name: 'Verder', exact: true });
	await next.click();
	await expect(page.getByRole('radio', { name: words.nl.phone })).toBeChecked();
	await next.click();
	await expect(page.getByLabel(words.nl.number)).toHaveValue('085 123 45 67');
	await next.click();
	await next.click();
	await expect(page.getByRole('heading', { name: words.nl.questions })).toBeVisible();
	await next.click();
	await expect(page.getByLabel(words.nl.story)).toHaveValue('Een verhaal dat moet blijven staan.');
});

test('what was typed is still there after the page was closed, and gone once it is sent', async ({
	page
}) => {
	await answer(page, 'nl', 'Dit mag niet verloren gaan.');
	await page.goto('/over');
	await page.goto('/melden');
	await expect(page.getByText('We hebben bewaard wat je eerder invulde')).toBeVisible();
	await page.getByRole('button', { name: words.nl.send }).click();
	await expect(page.getByRole('heading', { name: words.nl.done })).toBeVisible();
	await page.goto('/melden');
	await expect(page.getByText('We hebben bewaard wat je eerder invulde')).toHaveCount(0);
	expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('verloren');
});

test('without a connection the report stays, and is filed once when it is back', async ({
	page,
	context
}) => {
	await answer(page, 'nl', 'Verstuurd op een moment zonder bereik.');
	await context.setOffline(true);
	await page.getByRole('button', { name: words.nl.send }).click();
	await expect(page.getByText(/We krijgen geen verbinding/)).toBeVisible();
	await context.setOffline(false);
	await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
	await expect(page.getByRole('heading', { name: words.nl.done })).toBeVisible();
});

test('a report can be filed with the keyboard alone', async ({ page }) => {
	await page.goto('/melden');
	await untilOneQuestion(page);
	const untilFocused = async (name: RegExp) => {
		await expect(page.getByText(name).filter({ visible: true }).first()).toBeVisible();
		for (let presses = 0; presses < 60; presses += 1) {
			const label = await page.evaluate(() => {
				const { activeElement: element } = document;
				const labels = (element as HTMLInputElement | null)?.labels;
				return (labels?.length ? labels[0]!.textContent : element?.textContent)?.trim() ?? '';
			});
			if (name.test(label)) return;
			await page.keyboard.press('Tab');
		}
		throw new Error(`nothing called ${name} takes the focus`);
	};
	await untilFocused(/^Een klacht/);
	await page.keyboard.press('Space');
	await page.keyboard.press('Enter');
	await untilFocused(/^Telefoon/);
	await page.keyboard.press('Space');
	await page.keyboard.press('Enter');
	await untilFocused(/Met welk nummer/);
	await page.keyboard.type('0851234567');
	await page.keyboard.press('Enter');
	await untilFocused(/^Zojuist/);
	await page.keyboard.press('Space');
	await page.keyboard.press('Enter');
	await untilFocused(/^Weet ik niet/);
	await page.keyboard.press('Enter');
	await untilFocused(/eigen woorden/);
	await page.keyboard.type('Zonder muis.');
	await untilFocused(/^Verder/);
	await page.keyboard.press('Enter');
	await untilFocused(/^Verstuur mijn melding/);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: words.nl.done })).toBeVisible();
});

test('a complaint that reads as a compliment is asked about', async ({ page }) => {
	await page.goto('/melden');
	await untilOneQuestion(page);
	const next = page.getByRole('button', { name: 'Verder', exact: true });
	await page.getByRole('radio', { name: words.nl.complaint }).check();
	await next.click();
	await page.getByRole('radio', { name: words.nl.phone }).check();
	await next.click();
	await next.click();
	await page.getByRole('radio', { name: 'Zojuist' }).check();
	await next.click();
	await expect(page.getByRole('heading', { name: words.nl.questions })).toBeVisible();
	await next.click();
	await page
		.getByLabel(words.nl.story)
		.fill(
			'Wat een vriendelijke, geduldige mevrouw! Ze vroeg of het uitkwam, nam mijn nee meteen aan en wenste me een fijne dag. Complimenten.'
		);
	await expect(page.getByText(/klinkt als een compliment/)).toBeVisible();
	await page.getByRole('button', { name: 'Maak er een compliment van' }).click();
	await expect(page.getByRole('checkbox', { name: /^Vriendelijk en respectvol/ })).toBeVisible();
});

test('a compliment is asked what went well, and thanked for as one', async ({ page }) => {
	await page.goto('/melden?kind=compliment');
	await untilOneQuestion(page);
	const next = page.getByRole('button', { name: 'Verder', exact: true });
	await next.click();
	await page.getByRole('radio', { name: words.nl.phone }).check();
	await next.click();
	await page.getByRole('combobox', { name: words.nl.organisation }).first().fill('Stroomwijs');
	await next.click();
	await page.getByRole('radio', { name: 'Zojuist' }).check();
	await next.click();
	await expect(page.getByText(/Zo weet de organisatie wat ze goed doet/)).toBeVisible();
	await next.click();
	await expect(page.getByRole('heading', { name: 'Wat ging er goed?' })).toBeVisible();
	await page.getByLabel(words.nl.story).fill('Rustig uitgelegd, en mijn nee was goed.');
	await next.click();
	await page.getByRole('button', { name: words.nl.send }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Dank je wel voor je compliment'
	);
	await expect(page.getByText(/naast de klachten/)).toBeVisible();
});

test('nobody sees, hears or comes by the field for machines; what it holds is read first', async ({
	page
}) => {
	await answer(page, 'nl', 'Dit vult een computer in.');
	const trap = page.locator('input[name=leave_empty]');
	// Playwright's roles pass over `inert`; the browser's own tree for screen readers does not.
	const browser = await page.context().newCDPSession(page);
	const { nodes } = await browser.send('Accessibility.getFullAXTree');
	const heard = nodes.filter(({ ignored }) => !ignored).map(({ name }) => String(name?.value));
	expect(heard).toContain('Verstuur mijn melding');
	expect(heard.filter((name) => name.includes('Laat dit veld leeg'))).toEqual([]);
	await trap.focus();
	await expect(trap).not.toBeFocused();
	await trap.evaluate((field: HTMLInputElement) => (field.value = 'https://koop.example'));
	await page.getByRole('button', { name: words.nl.send }).click();
	await expect(page.getByRole('heading', { name: words.nl.done, level: 1 })).toBeVisible();
	await expect(page.getByText('Eerst leest iemand van Gehoord je melding.')).toBeVisible();
});

test('the page carries at most 60 kB of compressed script', async ({ page }) => {
	const sizes: Promise<number>[] = [];
	page.on('requestfinished', (request) => {
		if (request.resourceType() !== 'script') return;
		sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
	});
	await page.goto('/melden', { waitUntil: 'networkidle' });
	// As it came over the line: brotli, or gzip where a browser takes no other.
	const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
	expect(bytes).toBeGreaterThan(1_000);
	expect(bytes).toBeLessThanOrEqual(60_000);
});

for (const [width, zoom] of [
	[320, '100%'],
	[640, '200%']
] as const) {
	test(`nothing is cut off at ${width} pixels and ${zoom} text`, async ({ page }) => {
		await page.setViewportSize({ width, height: 740 });
		await answer(page, 'nl', 'Smal.');
		await page.evaluate((size) => (document.documentElement.style.fontSize = size), zoom);
		const overflow = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(overflow).toBeLessThanOrEqual(0);
	});
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the form is one page, and files a report', async ({ page }) => {
		await page.goto('/melden');
		await page.getByRole('radio', { name: 'Een compliment' }).check();
		await page.getByRole('radio', { name: 'Aan de deur' }).check();
		await page.getByLabel(words.nl.organisation).fill('Groen Licht Energie');
		await page.getByRole('radio', { name: 'Op een andere dag' }).check();
		await page.getByLabel('Datum').first().fill('2026-11-02');
		await page.getByRole('button', { name: 'Nog een keer toevoegen' }).click();
		await page.getByLabel('Datum').nth(1).fill('2026-11-03');
		await page.getByLabel(words.nl.story).fill('Vriendelijk gebleven, ook na mijn nee.');
		await page.getByRole('button', { name: words.nl.send }).click();
		await expect(
			page.getByRole('heading', { name: 'Dank je wel voor je compliment' })
		).toBeVisible();
		await expect(page.getByText('Eerst leest iemand van Gehoord je melding.')).toBeVisible();
	});

	test('a report that lacks everything is refused, and nothing typed is lost', async ({ page }) => {
		await page.goto('/melden');
		await page.getByRole('radio', { name: 'Een klacht' }).check();
		await page.getByLabel(words.nl.number).fill('geen idee welk nummer');
		await page.getByLabel(words.nl.story).fill('Drie keer gebeld.');
		await page.getByLabel(words.nl.postcode).fill('99');
		await page.getByRole('button', { name: words.nl.send }).click();

		const summary = page.getByRole('alert');
		await expect(summary.getByRole('link')).toHaveCount(3);
		await expect(page.getByLabel(words.nl.story)).toHaveValue('Drie keer gebeld.');
		await expect(page.getByLabel(words.nl.number)).toHaveValue('geen idee welk nummer');
		await summary.getByRole('link', { name: /cijfers van je postcode/ }).click();
		await expect(page).toHaveURL(/#/);
	});
});
