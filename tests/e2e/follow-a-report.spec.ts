import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { expectAxeFindsNothing } from '../support/page-checks.ts';
import { untilOneQuestion } from '../support/report-form.ts';

/** Days of their own, so that no other journey counts on them. */
const filedAbout = { withdrawn: '2025-03-03', scriptless: '2025-03-04' };

async function file(request: APIRequestContext, fields: object = {}) {
	const response = await request.post('/api/v1/reports', {
		data: {
			kind: 'complaint',
			channel: 'phone',
			caller_number: '085 000 4321',
			organisation_name: 'Bureau Zonderling',
			narrative: 'Ze belden tijdens het eten. Bel mij op 0612345678.',
			categories: ['unwanted_contact'],
			...fields
		}
	});
	expect(response.status()).toBe(201);
	return (await response.json()) as { reference: string; follow_code: string };
}

/** Six reports of one day, of which the last is followed: without it there are enough to show. */
async function fileSix(request: APIRequestContext, day: string) {
	for (let other = 0; other < 5; other++) await file(request, { contact_at: `${day}T12:00` });
	return file(request, { contact_at: `${day}T19:05` });
}

/** How many reports the public trends count on a day. */
async function countOn(request: APIRequestContext, day: string): Promise<number | null> {
	const response = await request.get(`/api/v1/trends?interval=day&from=${day}&to=${day}`);
	const { series } = await response.json();
	return series[0]?.points[0]?.count ?? null;
}

async function openWithCode(page: Page, code: string) {
	await page.goto('/volgen');
	await page.getByLabel('Je volgcode').fill(code);
	await page.getByRole('button', { name: 'Bekijk mijn melding' }).click();
}

/** What one can do opens when it is pressed. */
const act = (page: Page, name: string) => page.locator('summary').getByText(name, { exact: true });

const heading = (page: Page, text: string) => page.getByRole('main').getByText(text);

const timeline = (page: Page) =>
	page.getByRole('region', { name: 'Wat er tot nu toe gebeurde' }).getByRole('listitem');

test('a report is followed, added to and withdrawn, and counts no more', async ({
	page,
	request
}) => {
	const day = filedAbout.withdrawn;
	const { reference, follow_code } = await fileSix(request, day);
	expect(await countOn(request, day)).toBe(6);

	// In any spelling.
	await openWithCode(page, follow_code.replaceAll('-', ' ').toLowerCase());
	await expect(page).toHaveURL('/volgen');
	await expect(heading(page, `Je klacht, kenmerk ${reference}`)).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'We weten nog niet welke organisatie dit was'
	);
	await expect(timeline(page)).toHaveCount(2);
	await expect(timeline(page).first()).toContainText('Je deed je melding');
	const told = page.getByRole('region', { name: 'Wat je vertelde' });
	await expect(told).toContainText('Bel mij op [telefoonnummer].');
	await expect(told).toContainText('Jij noemde Bureau Zonderling.');
	await expect(told).toContainText('3 mrt 2025');

	await act(page, 'Het gebeurde weer').click();
	await page.getByLabel('Datum').fill('2025-03-10');
	await page.getByLabel('Tijd').fill('18:30');
	await page.getByRole('button', { name: 'Zet het erbij' }).click();
	await expect(timeline(page).last()).toContainText('Je liet weten dat het weer gebeurde');
	await expect(told).toContainText(/10 mrt 2025.*18:30/);
	expect(await countOn(request, day)).toBe(6);

	await act(page, 'Trek mijn melding in').click();
	await page.getByLabel('Waarom trek je die in?').fill('Het is opgelost.');
	await page.getByRole('button', { name: 'Trek definitief in' }).click();
	await expect(page.getByRole('alert')).toContainText('Zet een vinkje');
	await expect(page.getByLabel('Waarom trek je die in?')).toHaveValue('Het is opgelost.');
	await page.getByLabel('Ja, ik trek mijn melding in').check();
	await page.getByRole('button', { name: 'Trek definitief in' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Je hebt je melding ingetrokken'
	);
	await expect(timeline(page).last()).toContainText('Je trok je melding in');
	await expect(act(page, 'Trek mijn melding in')).toHaveCount(0);
	expect(await countOn(request, day)).toBe(5);

	await page.getByRole('button', { name: 'Sluit mijn melding' }).click();
	await expect(page.getByLabel('Je volgcode')).toHaveValue('');
	await page.reload();
	await expect(page.getByLabel('Je volgcode')).toBeVisible();
});

test('a wrong code opens nothing, and what was typed stays', async ({ page }) => {
	await openWithCode(page, 'AAAAA-BBBBB-CCCCC-DDDDD');
	await expect(page.getByRole('alert')).toContainText('Deze volgcode kennen we niet.');
	await expect(page.getByLabel('Je volgcode')).toHaveValue('AAAAA-BBBBB-CCCCC-DDDDD');
	await expect(page.getByLabel('Je volgcode')).toHaveAttribute('aria-invalid', 'true');
});

test('a code put into the cookie by hand opens nothing', async ({ page, request, desk }) => {
	const { follow_code } = await file(request);
	const value = encodeURIComponent(`${'0'.repeat(64)} ${follow_code}`);
	await page.context().addCookies([{ name: 'followed', value, url: `${desk.url}/volgen` }]);
	await page.goto('/volgen');
	await expect(page.getByLabel('Je volgcode')).toBeVisible();
});

test('a report is followed in English too, and stays open in the other language', async ({
	page,
	request
}) => {
	const { reference, follow_code } = await file(request, { kind: 'compliment', categories: [] });
	await page.goto('/en/volgen');
	await page.getByLabel('Your follow code').fill(follow_code);
	await page.getByRole('button', { name: 'See my report' }).click();
	await expect(heading(page, `Your compliment, reference ${reference}`)).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'We do not know yet which organisation this was'
	);
	await page.goto('/volgen');
	await expect(heading(page, `Je compliment, kenmerk ${reference}`)).toBeVisible();
});

test('a new report about the same party begins with who it was, with nothing in the address', async ({
	page,
	request
}) => {
	const { follow_code } = await file(request);
	await openWithCode(page, follow_code);
	await act(page, 'Doe een nieuwe melding hierover').click();
	await page.getByRole('main').getByRole('button', { name: 'Melden' }).click();
	await untilOneQuestion(page);
	await expect(page.getByRole('radio', { name: 'Een klacht' })).toBeChecked();
	expect(page.url()).not.toContain('85');
	await page.getByRole('button', { name: 'Verder' }).click();
	await expect(page.getByRole('radio', { name: /telefoon/i })).toBeChecked();
	await page.getByRole('button', { name: 'Verder' }).click();
	await expect(page.getByLabel(/Met welk nummer/)).toHaveValue('+31850004321');
	await expect(page.getByLabel(/Namens welke organisatie/)).toHaveValue('Bureau Zonderling');
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`axe finds nothing on a followed report, ${colorScheme}`, async ({ page, request }) => {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		const { reference, follow_code } = await file(request);
		await openWithCode(page, follow_code);
		await expect(heading(page, reference)).toBeVisible();
		for (const name of ['Het gebeurde weer', 'Trek mijn melding in']) await act(page, name).click();
		await expectAxeFindsNothing(page);
	});
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a report is followed, added to and withdrawn', async ({ page, request }) => {
		const day = filedAbout.scriptless;
		const { reference, follow_code } = await fileSix(request, day);
		await openWithCode(page, 'nonsense');
		await expect(page.getByRole('alert')).toContainText('Deze volgcode kennen we niet.');
		await openWithCode(page, follow_code);
		await expect(heading(page, `Je klacht, kenmerk ${reference}`)).toBeVisible();

		await act(page, 'Het gebeurde weer').click();
		await page.getByLabel('Datum').fill('2999-01-01');
		await page.getByRole('button', { name: 'Zet het erbij' }).click();
		await expect(page.getByRole('alert')).toContainText('Dit moment moet nog komen.');
		await page.getByLabel('Datum').fill('2025-03-11');
		await page.getByRole('button', { name: 'Zet het erbij' }).click();
		await expect(timeline(page)).toHaveCount(3);

		await act(page, 'Trek mijn melding in').click();
		await page.getByLabel('Ja, ik trek mijn melding in').check();
		await page.getByRole('button', { name: 'Trek definitief in' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(
			'Je hebt je melding ingetrokken'
		);
		expect(await countOn(request, day)).toBe(5);
		await page.getByRole('button', { name: 'Sluit mijn melding' }).click();
		await expect(page.getByLabel('Je volgcode')).toBeVisible();
	});
});

test('a script follows with the code as bearer', async ({ request }) => {
	const { reference, follow_code } = await file(request);
	const headers = { authorization: `Bearer ${follow_code}` };
	const mine = '/api/v1/reports/mine';

	const bare = await request.get(mine);
	expect(bare.status()).toBe(401);
	expect(bare.headers()['www-authenticate']).toBe('Bearer');
	const wrong = { authorization: 'Bearer AAAAA-BBBBB-CCCCC-DDDDD' };
	expect((await request.get(mine, { headers: wrong })).status()).toBe(404);
	expect((await request.post(`${mine}/withdraw`, { headers: wrong })).status()).toBe(404);

	const followed = await request.get(mine, { headers });
	expect(followed.headers()['cache-control']).toContain('no-store');
	expect(await followed.json()).toMatchObject({ reference, status: 'unattributed', contacts: [] });

	const none = await request.post(`${mine}/contacts`, { headers, data: {} });
	expect(none.status()).toBe(422);
	const added = await request.post(`${mine}/contacts`, {
		headers,
		data: { contact_at: '2025-03-12T19:05' }
	});
	expect(added.status()).toBe(201);
	expect(await added.json()).toMatchObject({ contacts: [{ is_time_known: true }] });

	const withdrawn = await request.post(`${mine}/withdraw`, { headers });
	expect(await withdrawn.json()).toMatchObject({ status: 'withdrawn' });
	expect((await request.post(`${mine}/withdraw`, { headers })).status()).toBe(409);
});
