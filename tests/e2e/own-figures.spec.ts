import { expect, test, type Page } from '@playwright/test';
import { portalPeople, startPortalDesk } from '../support/portal-desk.ts';
import type { RunningDesk } from '../support/server.ts';
import { fileReport, signIn } from '../support/staffed-desk.ts';
import { expectAxeFindsNothing, expectNoSideways } from '../support/page-checks.ts';

let desk: RunningDesk;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	desk = await startPortalDesk();
	for (let turn = 0; turn < 3; turn += 1) {
		await fileReport(desk.url, { organisation_name: 'Stroomwijs', categories: ['pushiness'] });
	}
	await fileReport(desk.url, { organisation_name: 'Stroomwijs', kind: 'compliment' });
});
test.afterAll(() => desk.stop());
test.describe.configure({ mode: 'serial' });

const figures = '/portaal/stroomwijs/cijfers';

async function open(page: Page, path: string, email: string): Promise<void> {
	await page.goto(desk.url + path);
	if (page.url().includes('/inloggen')) await signIn(page, desk.dataDir, email);
	await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
}

test('members see every count, and weigh complaints against declared contacts', async ({
	page
}) => {
	await open(page, figures, portalPeople.handler);
	const table = page.getByRole('table', { name: 'Klachten en complimenten per maand' });
	await page.locator('summary', { hasText: 'Bekijk de cijfers als tabel' }).first().click();
	await expect(table.locator('tbody tr').last()).toContainText('3');
	await expect(table.locator('tbody tr').last()).toContainText('1');

	await page.getByLabel('Maand', { exact: true }).fill(new Date().toISOString().slice(0, 7));
	await page.getByLabel('Manier van contact').selectOption({ label: 'Telefoon' });
	await page.getByLabel('Aantal contacten').fill('veel');
	await page.getByRole('button', { name: 'Geef contacten op' }).click();
	await expect(page.getByRole('alert')).toContainText('heel aantal');
	await page.getByLabel('Aantal contacten').fill('1000');
	await page.getByRole('button', { name: 'Geef contacten op' }).click();
	await expect(page.getByText('De opgave is bewaard.')).toBeVisible();
	const rates = page.getByRole('table', { name: 'Klachten per 100.000 contacten' });
	await expect(rates.getByRole('row', { name: /Telefoon/ })).toContainText('300 (61,9 – 877)');
	await expect(rates).toContainText('minder dan vijf opgaven');
	await expect(page.getByRole('table', { name: 'Wat u opgaf' })).toContainText(
		portalPeople.handler
	);
});

test('the public page shows no report that could not be answered yet, and a statement until it is hidden', async ({
	page,
	browser
}) => {
	const visitor = await (await browser.newContext()).newPage();
	await visitor.goto(`${desk.url}/organisatie/stroomwijs`);
	await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Stroomwijs');
	await expect(visitor.getByText('Er zijn te weinig meldingen')).toBeVisible();
	expect((await visitor.goto(`${desk.url}/organisatie/niemand`))?.status()).toBe(404);

	await open(page, '/portaal/stroomwijs/openbaar', portalPeople.owner);
	await page.getByLabel('Uw verklaring').fill('Wij bellen <b>minder</b>.');
	await page.getByRole('button', { name: 'Plaats de verklaring' }).click();
	await expect(page.getByText('De verklaring is bewaard.')).toBeVisible();
	await visitor.goto(`${desk.url}/organisatie/stroomwijs`);
	await expect(visitor.getByRole('blockquote')).toHaveText('Wij bellen <b>minder</b>.');

	const committee = await (await browser.newContext()).newPage();
	await open(committee, '/commissie/verklaringen', portalPeople.committee);
	await committee.locator('summary', { hasText: 'Haal weg' }).click();
	await committee.getByRole('button', { name: 'Haal weg' }).click();
	await expect(committee.getByText('Schrijf waarom.')).toBeVisible();
	await committee.getByLabel('Waarom?').fill('Misleidend.');
	await committee.getByRole('button', { name: 'Haal weg' }).click();
	await expect(committee.getByText(/Weggehaald .*Misleidend/)).toBeVisible();
	await visitor.reload();
	await expect(visitor.getByRole('blockquote')).toHaveCount(0);
	await page.reload();
	await expect(page.getByText(/haalde deze verklaring weg .*Misleidend/)).toBeVisible();

	const found = await fetch(`${desk.url}/api/v1/organisations?q=stroomwijs`);
	const { organisations } = (await found.json()) as { organisations: { id: string }[] };
	const card = await fetch(`${desk.url}/api/v1/organisations/${organisations[0]!.id}`);
	expect(await card.json()).toMatchObject({
		name: 'Stroomwijs',
		statement: null,
		answers: { answer_rate: null }
	});
});

test('a reader declares and states nothing', async ({ page }) => {
	await open(page, figures, portalPeople.reader);
	await expect(page.getByRole('button', { name: 'Geef contacten op' })).toHaveCount(0);
	for (const path of [`${figures}?/declare`, '/portaal/stroomwijs/openbaar?/state']) {
		const posted = await page.request.post(desk.url + path, {
			headers: { origin: desk.url, accept: 'text/html' },
			form: { month: '2026-01', contact_channel: 'phone', contacts: '5', statement: 'Hallo' }
		});
		expect(posted.status(), path).toBe(403);
	}
	expect((await page.goto(`${desk.url}/portaal/telvast/cijfers`))?.status()).toBe(404);
});

test('axe finds nothing on these pages, also where they are narrow', async ({ page }) => {
	test.slow();
	await open(page, figures, portalPeople.owner);
	for (const path of [figures, '/portaal/stroomwijs/openbaar', '/organisatie/stroomwijs']) {
		for (const root of ['', '/en']) {
			await page.goto(desk.url + root + path);
			await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
			await expectAxeFindsNothing(page);
		}
		await page.setViewportSize({ width: 320, height: 640 });
		await expectNoSideways(page);
		await page.setViewportSize({ width: 1280, height: 800 });
	}
});
