import { expect, test, type Page } from '@playwright/test';
import { portalPeople, startPortalDesk } from '../support/portal-desk.ts';
import type { RunningDesk } from '../support/server.ts';
import { fileReport, signIn } from '../support/staffed-desk.ts';
import { startReceiver } from '../support/webhook-receiver.ts';
import { expectAxeFindsNothing, expectNoSideways } from '../support/page-checks.ts';

let desk: RunningDesk;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	[desk, receiver] = await Promise.all([startPortalDesk(), startReceiver()]);
});
test.afterAll(async () => {
	await desk.stop();
	await receiver.close();
});
test.describe.configure({ mode: 'serial' });

const connections = '/portaal/stroomwijs/koppelingen';

async function open(page: Page, path: string, email: string): Promise<void> {
	await page.goto(desk.url + path);
	if (page.url().includes('/inloggen')) await signIn(page, desk.dataDir, email);
	await expect(page).toHaveURL(desk.url + path);
}

/** Asks as a program does. */
const ask = (key: string, path: string, body?: object) =>
	fetch(`${desk.url}/api/v1/organisation${path}`, {
		method: body ? 'POST' : 'GET',
		headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
		body: body && JSON.stringify(body)
	});

test('a key is made and shown once, reads and answers, and once revoked is refused', async ({
	page
}) => {
	const reference = await fileReport(desk.url, { organisation_name: 'Stroomwijs' });
	const theirs = await fileReport(desk.url, { organisation_name: 'Telvast' });
	await open(page, connections, portalPeople.owner);
	await page.locator('summary', { hasText: 'Maak een sleutel' }).click();
	await page.getByRole('button', { name: 'Maak een sleutel' }).click();
	await expect(page.getByRole('alert')).toContainText('Kies ten minste één ding');
	await page.getByLabel('Naam', { exact: true }).fill('Klantsysteem');
	await page.getByLabel('Meldingen lezen').check();
	await page.getByLabel('Meldingen beantwoorden').check();
	await page.getByRole('button', { name: 'Maak een sleutel' }).click();
	await expect(page.getByRole('status')).toContainText('U ziet dit één keer');
	const key = await page.getByRole('status').locator('code').innerText();
	await page.reload();
	await expect(page.getByText(key)).toHaveCount(0);

	const listed = (await (await ask(key, '/reports')).json()) as {
		reports: { reference: string }[];
	};
	expect(listed.reports.map((report) => report.reference)).toEqual([reference]);
	expect((await ask(key, `/reports/${reference}`)).status).toBe(200);
	expect((await ask(key, `/reports/${theirs}`)).status).toBe(404);
	const wrong = await ask(key, `/reports/${reference}/answer`, {
		answer_type: 'accepted',
		reason: 'did_not_happen',
		text: 'Sorry.'
	});
	expect(wrong.status).toBe(422);
	expect(wrong.headers.get('content-type')).toBe('application/problem+json');
	expect(
		(
			await ask(key, `/reports/${reference}/answer`, {
				answer_type: 'accepted',
				reason: 'apology',
				text: 'Onze excuses. Bel 06 12345678.'
			})
		).status
	).toBe(204);
	const read = await (await ask(key, `/reports/${reference}`)).json();
	expect(read).toMatchObject({ state: 'answered', answers: [{ reason: 'apology' }] });
	expect(JSON.stringify(read)).not.toContain('12345678');
	expect((await ask(key, `/reports/${reference}/messages`, { text: 'Wanneer?' })).status).toBe(403);
	expect((await ask(key, '/news?since=2026-01-01T00:00:00Z')).status).toBe(200);
	expect((await ask(key, '/news')).status).toBe(422);
	expect((await ask(`${key}x`, '/reports')).status).toBe(401);

	await page.reload();
	await expect(page.getByRole('row', { name: /Klantsysteem/ })).not.toContainText('nooit');
	await page.locator('summary', { hasText: 'Trek in' }).click();
	await page.getByRole('button', { name: 'Ja, trek de sleutel in' }).click();
	await expect(page.getByRole('row', { name: /Klantsysteem/ })).toContainText('ingetrokken');
	await expect(page.getByText('Sleutel Klantsysteem ingetrokken')).toBeVisible();
	const refused = await ask(key, '/reports');
	expect(refused.status).toBe(401);
	expect(refused.headers.get('www-authenticate')).toBe('Bearer');
});

test('a webhook is made, tested, tried again, and removed', async ({ page }) => {
	await open(page, connections, portalPeople.owner);
	await page.locator('summary', { hasText: 'Voeg een webhook toe' }).click();
	await page.getByLabel('Adres', { exact: true }).fill(receiver.url);
	await page.getByLabel('Nieuwe melding').check();
	await page.getByRole('button', { name: 'Voeg een webhook toe' }).click();
	receiver.knows(await page.getByRole('status').locator('code').innerText());

	await page.getByRole('button', { name: 'Stuur een proefbericht' }).click();
	await expect(page.getByRole('row', { name: /Proefbericht/ })).toContainText('aangekomen');
	receiver.answerWith(500);
	await page.getByRole('button', { name: 'Stuur een proefbericht' }).click();
	await expect(page.getByText(/lukt niet sinds/)).toBeVisible();
	await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
	await expect(page.getByText(/lukt niet sinds/)).toHaveCount(0);
	expect(receiver.received.map(({ status }) => status)).toEqual([204, 500, 204]);

	await page.locator('summary', { hasText: 'Verwijder' }).click();
	await page.getByRole('button', { name: 'Ja, verwijder de webhook' }).click();
	await expect(page.getByText('Er is nog geen webhook.')).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a key is made too', async ({ page }) => {
		await open(page, connections, portalPeople.owner);
		await page.locator('summary', { hasText: 'Maak een sleutel' }).click();
		await page.getByLabel('Naam', { exact: true }).fill('Nachtelijke taak');
		await page.getByLabel('Meldingen lezen').check();
		await page.getByRole('button', { name: 'Maak een sleutel' }).click();
		await expect(page.getByText(/gehoord_[\w-]{43}/)).toBeVisible();
	});
});

test('a handler, and an owner of another organisation, do not get in', async ({ browser }) => {
	for (const [email, status] of [
		[portalPeople.handler, 403],
		[portalPeople.other, 404]
	] as const) {
		const page = await (await browser.newContext()).newPage();
		await page.goto(`${desk.url}/inloggen`);
		await signIn(page, desk.dataDir, email);
		await expect(page).toHaveURL(/\/portaal\//);
		const response = await page.goto(desk.url + connections);
		expect(response?.status(), email).toBe(status);
		const posted = await page.request.post(`${desk.url}${connections}?/create_key`, {
			headers: { origin: desk.url },
			form: { name: 'Stil', scopes: 'reports:read' }
		});
		expect(posted.status(), email).toBe(status);
		await page.context().close();
	}
});

test('axe finds nothing on the page of connections, also where it is narrow', async ({ page }) => {
	test.slow();
	await open(page, connections, portalPeople.owner);
	for (const root of ['', '/en']) {
		await page.goto(desk.url + root + connections);
		for (const summary of await page.locator('main summary').all()) await summary.click();
		await expectAxeFindsNothing(page);
	}
	await page.setViewportSize({ width: 320, height: 640 });
	await expectNoSideways(page);
});
