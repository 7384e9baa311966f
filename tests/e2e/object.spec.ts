import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/journey.ts';
import { asked, linksTo, startObjectionDesk } from '../support/objection-desk.ts';
import { readPdf } from '../support/read-pdf.ts';
import type { RunningDesk } from '../support/server.ts';
import { expectAxeFindsNothing } from '../support/page-checks.ts';

let desk: RunningDesk;
test.beforeAll(async () => {
	test.setTimeout(240_000);
	desk = await startObjectionDesk();
});
test.afterAll(() => desk.stop());

const words = {
	Dutch: {
		root: '',
		organisation: 'Welke organisatie?',
		both: 'Verzet doorgeven en om bewijs vragen',
		calling: 'Bellen',
		phone: 'Je telefoonnummer',
		name: 'Je naam',
		email: 'Je e-mailadres voor ons',
		send: 'Verstuur',
		missing: 'Vul het nummer in dat ze niet meer mogen bellen',
		sent: 'Je verzet is onderweg',
		code: 'Je volgcode',
		download: 'Download je bewijs (PDF)',
		follow: 'Volg je verzet',
		letter: 'Je brief staat klaar'
	},
	English: {
		root: '/en',
		organisation: 'Which organisation?',
		both: 'Pass on my objection and ask for proof',
		calling: 'Calling',
		phone: 'Your phone number',
		name: 'Your name',
		email: 'Your e-mail address for us',
		send: 'Send',
		missing: 'Enter the number they should stop calling',
		sent: 'Your objection is on its way',
		code: 'Your follow code',
		download: 'Download your proof (PDF)',
		follow: 'Follow your objection',
		letter: 'Your letter is ready'
	}
};

/** The smallest image there is. */
const onePixel = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
	'base64'
);

for (const [language, say] of Object.entries(words)) {
	for (const javaScriptEnabled of [true, false]) {
		test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
			test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } });

			test('an objection with a request for proof goes from form to answer', async ({
				page,
				playwright
			}) => {
				test.slow();
				await page.goto(`${desk.url}${say.root}/verzet`);
				await page.getByLabel(say.organisation).fill('Stroomwijs');
				await page.getByLabel(say.both).check();
				await page.getByLabel(say.calling, { exact: true }).check();
				await page.getByLabel(say.name).fill('Anna de Wit');
				await page.getByRole('button', { name: say.send, exact: true }).click();
				await expect(page.getByRole('alert')).toContainText(say.missing);
				await expect(page.getByLabel(say.organisation)).toHaveValue('Stroomwijs');
				await expect(page.getByLabel(say.both)).toBeChecked();
				await expect(page.getByLabel(say.name)).toHaveValue('Anna de Wit');

				await page.getByLabel(say.phone, { exact: true }).fill('06 12345678');
				await page.getByRole('button', { name: say.send, exact: true }).click();
				await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.sent);
				const reference = /V-\d\d-\w{6}/.exec(await page.getByRole('main').innerText())![0];
				if (javaScriptEnabled) await expectAxeFindsNothing(page);

				const download = page.waitForEvent('download');
				await page.getByRole('link', { name: say.download }).click();
				const pdf = await readFile(await (await download).path());
				expect(readPdf(pdf)).toContain(reference);

				// The organisation, without an account.
				const to = 'verzet@stroomwijs.example';
				await expect.poll(() => linksTo(desk.dataDir, to, reference)).not.toEqual([]);
				const [acknowledge] = await linksTo(desk.dataDir, to, reference);
				await page.goto(desk.url + acknowledge);
				await expect(page.getByRole('main')).toContainText('06 12345678');
				if (javaScriptEnabled) await expectAxeFindsNothing(page);
				await page.getByRole('button', { name: 'Wij hebben dit ontvangen' }).click();
				await expect(page.getByRole('main')).toContainText('U hebt de ontvangst bevestigd');
				await page.getByRole('button', { name: 'Het is verwerkt' }).click();
				await expect(page.getByRole('main')).toContainText('U kunt deze pagina sluiten');
				await expect(page.getByRole('main')).not.toContainText('06 12345678');

				const [show] = await linksTo(desk.dataDir, to, reference.replace('V', 'B'));
				await page.goto(desk.url + show);
				await page.getByLabel('Ja, en die laat ik hier zien').check();
				await page.getByLabel('Welke tekst zag of hoorde de persoon?').fill('Ja, bel mij.');
				await page.getByRole('button', { name: 'Verstuur het antwoord' }).click();
				await expect(page.getByRole('alert')).toContainText('Zonder dit antwoord');
				await expect(page.getByLabel('Welke tekst zag of hoorde de persoon?')).toHaveValue(
					'Ja, bel mij.'
				);
				if (javaScriptEnabled) await expectAxeFindsNothing(page);
				await page.getByLabel('Nee, of wij kunnen die niet laten zien').check();
				const files = page.getByLabel('Bestanden bij uw antwoord');
				await files.setInputFiles({
					name: 'opname.mp3',
					mimeType: 'audio/mpeg',
					buffer: Buffer.from('<script>no sound</script>')
				});
				await page.getByRole('button', { name: 'Verstuur het antwoord' }).click();
				await expect(page.getByRole('alert')).toContainText('opname.mp3');
				await files.setInputFiles({
					name: 'formulier.png',
					mimeType: 'image/png',
					buffer: onePixel
				});
				await page.getByRole('button', { name: 'Verstuur het antwoord' }).click();
				await expect(page.getByRole('main')).toContainText('U hebt geantwoord');

				await page.goto(`${desk.url}${say.root}/verzet/volgen`);
				await expect(page.getByRole('main')).toContainText(reference);
				await expect(page.getByRole('main')).toContainText(
					language === 'Dutch'
						? 'De organisatie zegt dat ze geen toestemming kan laten zien'
						: 'The organisation says it cannot show consent'
				);
				const file = page.getByRole('link', { name: /formulier\.png/ });
				const address = new URL((await file.getAttribute('href'))!, desk.url).href;
				const got = await page.request.get(address);
				expect(got.headers()['content-type']).toBe('image/png');
				const stranger = await playwright.request.newContext();
				expect((await stranger.get(address, { maxRedirects: 0 })).status()).toBe(303);
				await stranger.dispose();
				if (javaScriptEnabled) await expectAxeFindsNothing(page);
			});

			test('where there is no address there is a letter to send', async ({ page }) => {
				await page.goto(`${desk.url}${say.root}/verzet`);
				await page.getByLabel(say.organisation).fill('Telvast');
				await page.getByLabel(say.calling, { exact: true }).check();
				await page.getByLabel(say.phone, { exact: true }).fill('0612345678');
				await page.getByRole('button', { name: say.send, exact: true }).click();
				await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.letter);
				await expect(page.getByRole('main')).toContainText('Hierbij maak ik verzet');
				await page.getByRole('link', { name: say.follow }).first().click();
				await page.getByLabel(language === 'Dutch' ? 'Per post' : 'By post').check();
				await page.getByRole('button', { name: language === 'Dutch' ? 'Bewaar' : 'Save' }).click();
				await expect(page.getByRole('heading', { level: 1 })).toHaveText(
					language === 'Dutch' ? 'Verstuurd, nog niet bevestigd' : 'Sent, not yet acknowledged'
				);
			});
		});
	}
}

test('on day 29 the mailed link asks whether it stopped, and says nothing until it is pressed', async ({
	page
}) => {
	const [yes, no] = await linksTo(desk.dataDir, asked, 'Is Stroomwijs gestopt?');
	await page.goto(desk.url + yes);
	await expect(page.getByLabel('Ja, ik ben niet meer benaderd')).toBeChecked();
	await page.goto(desk.url + no);
	await expect(page.getByLabel('Nee, ik ben weer benaderd')).toBeChecked();
	await expect(page.getByRole('main')).not.toContainText('We hebben genoteerd');
	await expectAxeFindsNothing(page);
	await page.getByRole('button', { name: 'Verstuur antwoord' }).click();
	await expect(page.getByRole('main')).toContainText('We hebben genoteerd dat het niet is gestopt');
	await page.getByRole('button', { name: 'Meld het' }).click();
	await expect(page).toHaveURL(/\/melden/);
});

test('a link or a code that is not ours opens nothing', async ({ page, request }) => {
	for (const path of ['/verzet/bevestigen/', '/verzet/gestopt/', '/bewijs/']) {
		await page.goto(`${desk.url}${path}${'x'.repeat(32)}`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze link kennen we niet');
	}
	await page.goto(`${desk.url}/verzet/volgen`);
	await page.getByLabel('Je volgcode').fill('00000-00000-00000-00000');
	await page.getByRole('button', { name: 'Bekijk mijn verzet' }).click();
	await expect(page.getByRole('alert')).toContainText('Deze volgcode kennen we niet');
	const pdf = await request.get(`${desk.url}/verzet/volgen/bewijs.pdf`, { maxRedirects: 0 });
	expect(pdf.status()).toBe(303);
});

test('a script lodges and follows over the API', async ({ request }) => {
	const data = {
		organisation_name: 'Stroomwijs',
		against: ['phone'],
		phone_numbers: ['06 12345678']
	};
	const sent = await request.post(`${desk.url}/api/v1/objections`, { data });
	expect(sent.status()).toBe(201);
	const { follow_code, objection } = await sent.json();
	const followed = await request.get(`${desk.url}/api/v1/objections/mine`, {
		headers: { authorization: `Bearer ${follow_code}` }
	});
	expect((await followed.json()).objection.reference).toBe(objection.reference);
	const wrong = await request.post(`${desk.url}/api/v1/proof-requests`, {
		data: { ...data, phone_numbers: [] }
	});
	expect(wrong.status()).toBe(422);
	const nobody = await request.get(`${desk.url}/api/v1/proof-requests/mine`);
	expect(nobody.status()).toBe(401);
});
