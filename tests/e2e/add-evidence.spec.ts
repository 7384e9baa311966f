import { readFileSync } from 'node:fs';
import type { APIRequestContext, Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from '../support/journey.ts';
import { fileReport, signIn, startStaffedDesk } from '../support/staffed-desk.ts';
import { expectAxeFindsNothing } from '../support/page-checks.ts';
import { untilOneQuestion } from '../support/report-form.ts';

type Sent = { name: string; mimeType: string; buffer: Buffer };

const red = sharp({ create: { width: 120, height: 80, channels: 3, background: '#a33' } });
const photo = async (): Promise<Sent> => ({
	name: 'scherm.jpg',
	mimeType: 'image/jpeg',
	buffer: await red
		.clone()
		.withExif({ IFD0: { Make: 'Verklikker' } })
		.jpeg()
		.toBuffer()
});
const letter: Sent = {
	name: 'brief.pdf',
	mimeType: 'application/pdf',
	buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n')
};
const ofAPhone: Sent = {
	name: 'IMG_0001.HEIC',
	mimeType: 'image/heic',
	buffer: readFileSync('tests/fixtures/photo.heic')
};
const disguised = async (): Promise<Sent> => ({
	name: 'contract.pdf',
	mimeType: 'application/pdf',
	buffer: await red.clone().png().toBuffer()
});
const huge: Sent = {
	name: 'opname.mp3',
	mimeType: 'audio/mpeg',
	buffer: Buffer.alloc(5 * 1024 * 1024 + 1)
};

const field = (page: Page) => page.getByLabel('Foto, document of opname');
const arrived = (page: Page) =>
	page.getByRole('list', { name: 'Deze bestanden zijn binnen' }).getByRole('listitem');
const send = (page: Page) => page.getByRole('button', { name: 'Verstuur mijn melding' });
const files = (page: Page) =>
	page.getByRole('region', { name: 'Bestanden', exact: true }).getByRole('listitem');

async function followWhatWasFiled(page: Page) {
	await expect(page.getByRole('heading', { name: 'Je bent gehoord' })).toBeVisible();
	const code = await page.getByText(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/).innerText();
	await page.goto('/volgen');
	await page.getByLabel('Je volgcode').fill(code);
	await page.getByRole('button', { name: 'Bekijk mijn melding' }).click();
	await expect(page.getByRole('heading', { name: 'Wat je vertelde' })).toBeVisible();
	return code;
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a bad file is refused with the reason, and the good one and all else is kept', async ({
		page
	}) => {
		await page.goto('/melden');
		await page.getByRole('radio', { name: 'Een klacht' }).check();
		await page.getByRole('radio', { name: 'Telefoon' }).check();
		await page.getByLabel(/eigen woorden/).fill('Ik maakte er een foto van.');
		await field(page).setInputFiles([await photo(), await disguised(), huge]);
		await send(page).click();

		const summary = page.getByRole('alert');
		await expect(summary).toContainText('“contract.pdf” is niet het soort bestand');
		await expect(summary).toContainText('“opname.mp3” is groter dan 5 MB');
		await expect(summary).not.toContainText('scherm.jpg');
		await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
		await expect(page.getByLabel(/eigen woorden/)).toHaveValue('Ik maakte er een foto van.');
		await expect(arrived(page)).toHaveText([/scherm\.jpg/]);

		await page.getByRole('button', { name: 'Nog een keer toevoegen' }).click();
		await expect(arrived(page)).toHaveCount(1);
		await field(page).setInputFiles([letter, ofAPhone]);
		await send(page).click();
		await followWhatWasFiled(page);
		await expect(files(page)).toHaveText([
			/Bekijk scherm\.jpg/,
			/Download brief\.pdf/,
			/Bekijk IMG 0001\.jpg/
		]);
	});

	test('a file that came in is taken away again', async ({ page }) => {
		await page.goto('/melden');
		await page.getByLabel(/eigen woorden/).fill('Nog niet af.');
		await field(page).setInputFiles([letter, await photo()]);
		await send(page).click();
		await expect(arrived(page)).toHaveCount(2);
		await page.getByRole('button', { name: 'Haal weg: brief.pdf' }).click();
		await expect(arrived(page)).toHaveText([/scherm\.jpg/]);
		await expect(page.getByLabel(/eigen woorden/)).toHaveValue('Nog niet af.');
	});

	test('the reporter adds a file later, and takes it away', async ({ page, request }) => {
		const { follow_code } = await fileOverApi(request);
		await page.goto('/volgen');
		await page.getByLabel('Je volgcode').fill(follow_code);
		await page.getByRole('button', { name: 'Bekijk mijn melding' }).click();
		await page.getByRole('group').getByText('Voeg bestanden toe', { exact: true }).click();
		await field(page).setInputFiles([letter, await disguised()]);
		await page.getByLabel('De organisatie mag deze bestanden zien').check();
		await page.getByRole('button', { name: 'Voeg toe' }).click();
		await expect(page.getByRole('alert')).toContainText('“contract.pdf” is niet het soort');
		await expect(files(page)).toHaveText([/brief\.pdf.*Ook de organisatie mag dit zien/s]);
		await page.getByRole('button', { name: 'Haal brief.pdf weg' }).click();
		await expect(files(page)).toHaveCount(0);
		await expect(page.getByText('Je haalde een bestand weg')).toBeVisible();
	});
});

/** Fills the form as far as the last question, where the files are asked for. */
async function answer(page: Page) {
	await page.goto('/melden');
	await untilOneQuestion(page);
	const next = page.getByRole('button', { name: 'Verder', exact: true });
	await page.getByRole('radio', { name: 'Een klacht' }).check();
	await next.click();
	await page.getByRole('radio', { name: 'Telefoon' }).check();
	await next.click();
	await next.click();
	await next.click();
	// Every question may be skipped.
	await expect(page.getByRole('heading', { name: 'Nog een paar vragen' })).toBeVisible();
	await next.click();
	await page.getByLabel(/eigen woorden/).fill('Met bewijs.');
	await next.click();
}

test('files are sent when they are chosen, and go with the report', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await answer(page);
	await field(page).setInputFiles([await photo(), await disguised(), letter]);
	await expect(arrived(page)).toHaveText([/scherm\.jpg/, /brief\.pdf/]);
	await expect(page.getByText('“contract.pdf” is niet het soort bestand')).toBeVisible();
	await expect(field(page)).toHaveValue('');
	await field(page).setInputFiles([huge]);
	await expect(page.getByText('“opname.mp3” is groter dan 5 MB')).toBeVisible();
	await expectAxeFindsNothing(page);

	await page.getByRole('button', { name: 'Haal weg: brief.pdf' }).click();
	await expect(arrived(page)).toHaveCount(1);
	expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('scherm');
	await send(page).click();
	await followWhatWasFiled(page);
	await expect(files(page)).toHaveText([/scherm\.jpg/]);
});

test('a file that finds no connection goes along with the report', async ({ page, context }) => {
	await answer(page);
	await field(page).setInputFiles([letter]);
	await expect(arrived(page)).toHaveCount(1);
	await context.setOffline(true);
	await field(page).setInputFiles([await photo()]);
	await expect(page.getByText('“scherm.jpg” is nog niet verstuurd')).toBeVisible();
	await context.setOffline(false);
	await send(page).click();
	await followWhatWasFiled(page);
	await expect(files(page)).toHaveText([/brief\.pdf/, /scherm\.jpg/]);
});

test('a download is to be saved, runs nothing, and is not for others', async ({
	page,
	request,
	browser,
	desk
}) => {
	const { follow_code } = await fileOverApi(request);
	const add = async ({ name, mimeType, buffer }: Sent) => {
		const response = await request.post(`/api/v1/reports/mine/evidence?name=${name}`, {
			headers: { authorization: `Bearer ${follow_code}`, 'content-type': mimeType },
			data: buffer
		});
		return { status: response.status(), body: await response.json() };
	};
	expect(await add(await disguised())).toMatchObject({
		status: 422,
		body: { errors: [{ path: 'body' }] }
	});
	expect((await add({ ...huge, buffer: Buffer.alloc(7 * 1024 * 1024, 1) })).status).toBe(413);
	const { body: image } = await add(await photo());
	const { body: document } = await add(letter);
	expect(image).toMatchObject({ name: 'scherm.jpg', media_type: 'image/jpeg' });

	await page.goto('/volgen');
	await page.getByLabel('Je volgcode').fill(follow_code);
	await page.getByRole('button', { name: 'Bekijk mijn melding' }).click();
	await expect(files(page)).toHaveCount(2);
	const at = (id: string) => `/volgen/bestand/${id}`;
	const shown = await page.request.get(at(image.evidence_id));
	expect(shown.headers()).toMatchObject({
		'content-type': 'image/jpeg',
		'x-content-type-options': 'nosniff',
		'cache-control': 'private, no-store',
		'content-disposition': expect.stringMatching(/^inline; filename="scherm\.jpg"/)
	});
	expect(shown.headers()['content-security-policy']).toContain('sandbox');
	expect((await shown.body()).includes('Verklikker')).toBe(false);
	const saved = await page.request.get(at(document.evidence_id));
	expect(saved.headers()['content-disposition']).toMatch(/^attachment/);
	expect((await saved.body()).equals(letter.buffer)).toBe(true);

	const stranger = await browser.newContext({ baseURL: desk.url });
	const refused = await stranger.request.get(at(document.evidence_id), { maxRedirects: 0 });
	expect(refused.status()).toBe(303);
	const other = await fileOverApi(request);
	const bearer = (code: string) => ({ headers: { authorization: `Bearer ${code}` } });
	const api = `/api/v1/reports/mine/evidence/${document.evidence_id}`;
	expect((await request.get(api, bearer(other.follow_code))).status()).toBe(404);
	expect((await request.delete(api, bearer(other.follow_code))).status()).toBe(404);
	expect((await request.get(api, bearer(follow_code))).status()).toBe(200);
	expect((await request.delete(api, bearer(follow_code))).status()).toBe(204);
	expect((await request.get(api, bearer(follow_code))).status()).toBe(404);
	await stranger.close();
});

test('a form that carries no files may not be large', async ({ request }) => {
	const data = { kind: 'complaint', channel: 'phone', narrative: 'x'.repeat(300_000) };
	expect((await request.post('/api/v1/reports', { data })).status()).toBe(413);
});

test('the committee opens a file, and that is told to the reporter', async ({ browser }) => {
	const desk = await startStaffedDesk('files@example.org');
	try {
		const context = await browser.newContext({ baseURL: desk.url });
		const page = await context.newPage();
		const filed = await fileOverApi(context.request);
		await context.request.post('/api/v1/reports/mine/evidence?name=brief.pdf', {
			headers: {
				authorization: `Bearer ${filed.follow_code}`,
				'content-type': 'application/pdf'
			},
			data: letter.buffer
		});
		await page.goto('/inloggen');
		await signIn(page, desk.dataDir, 'files@example.org');
		await expect(page).toHaveURL(/commissie/);
		await page.goto(`/commissie/meldingen/${filed.reference}`);
		const button = page.getByRole('button', { name: 'Download brief.pdf' });
		const address = (await button.getAttribute('formaction'))!;
		// Not without saying what for.
		expect((await context.request.get(desk.url + address)).status()).toBe(422);
		const files = page.locator('form', { has: button });
		await files.getByLabel('Waarvoor').selectOption('supervision');
		const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
		expect(download.suggestedFilename()).toBe('brief.pdf');
		await page.reload();
		await expect(page.getByText('Bestand bekeken')).toBeVisible();
		expect((await fetch(desk.url + address, { redirect: 'manual' })).status).toBe(303);
		const other = await fileReport(desk.url, { narrative: 'Zonder bestand.' });
		await page.goto(`/commissie/meldingen/${other}`);
		await expect(page.getByText('Er zijn geen bestanden')).toBeVisible();
		await context.close();
	} finally {
		await desk.stop();
	}
});

async function fileOverApi(request: APIRequestContext) {
	const response = await request.post('/api/v1/reports', {
		data: { kind: 'complaint', channel: 'phone', narrative: 'Met bewijs.', contact_when: 'now' }
	});
	expect(response.status()).toBe(201);
	return (await response.json()) as { reference: string; follow_code: string };
}
