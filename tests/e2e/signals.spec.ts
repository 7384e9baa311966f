import { expect, test } from '@playwright/test';
import type { RunningDesk } from '../support/server.ts';
import { signIn, startStaffedDesk } from '../support/staffed-desk.ts';
import { expectAxeFindsNothing } from '../support/page-checks.ts';

const member = 'analist@commissie.example';
const inspector = 'toezicht@acm.example';

const weeks = Array.from({ length: 10 }, (_, index) => ({
	on: new Date(Date.UTC(2026, 6, 6 + 7 * index)).toISOString().slice(0, 10),
	observed: index === 9 ? 21 : 5,
	expected: index < 9 ? null : 5.4,
	bound: index < 9 ? null : 12
}));
const atTheDoor = {
	...{ series_key: 'channel:door', kind: 'channel', channel: 'door', method: 'ears_c2' },
	...{ since_on: '2026-09-07', last_on: '2026-09-07', observed: 21, expected: 5.4, bound: 12 },
	...{ pvalue: 0.0001, weeks }
};
const ofEnergy = {
	...{ series_key: 'sector:energy:pushiness', kind: 'sector_category', method: 'ears_c2' },
	...{ sector: 'energy', category: 'pushiness', weeks },
	...{ since_on: '2026-08-31', last_on: '2026-09-07', observed: 40, expected: 9, bound: 20 }
};

let desk: RunningDesk;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	desk = await startStaffedDesk(member, {
		regulators: [inspector],
		signals: [atTheDoor, ofEnergy]
	});
});
test.afterAll(() => desk.stop());
test.describe.configure({ mode: 'serial' });

test('the committee opens a case about a signal, which says so from then on', async ({ page }) => {
	await page.goto(`${desk.url}/commissie/signalen?state=new`);
	await signIn(page, desk.dataDir, member);
	await page.getByRole('link', { name: /Energie/ }).click();
	await page.getByRole('button', { name: 'Open een dossier' }).click();
	await expect(page).toHaveURL(/\/commissie\/dossiers\/D/);
	await page.getByRole('link', { name: /^Signaal \d+$/ }).click();
	await expect(page.getByText('In dossier', { exact: true }).first()).toBeVisible();
	await expect(page.getByRole('button', { name: 'Open een dossier' })).toHaveCount(0);
});

test('the committee sees what stands out, with the figures in a table, and puts it aside with a reason', async ({
	page
}) => {
	await page.goto(`${desk.url}/commissie/signalen`);
	await signIn(page, desk.dataDir, member);
	await expect(
		page.getByText('kwamen er 21 klachten; te verwachten waren er ongeveer 5,4')
	).toBeVisible();
	await expect(
		page.getByText('betekent dat niet dat er minder of netter gebeld wordt')
	).toBeVisible();
	await expectAxeFindsNothing(page);

	await page.locator('summary', { hasText: 'Leg het signaal weg' }).click();
	await page.getByRole('button', { name: /^Leg het signaal weg: Klachten/ }).click();
	await expect(page.getByText('Schrijf waarom.')).toBeVisible();
	await page.getByRole('button', { name: /^Markeer als gezien: Klachten/ }).click();
	await expect(page.getByText('Gezien', { exact: true }).nth(1)).toBeVisible();
	await expect(page.getByRole('button', { name: /^Markeer als gezien/ })).toHaveCount(0);

	await page.getByRole('link', { name: /^Klachten: / }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Klachten: ');
	await page.locator('summary', { hasText: /tabel/i }).first().click();
	await expect(page.getByRole('cell', { name: '12', exact: true })).toBeVisible();
	await expect(page.getByText('Gezien', { exact: true }).first()).toBeVisible();
	await expectAxeFindsNothing(page);

	await page.locator('summary', { hasText: 'Leg het signaal weg' }).click();
	await page.getByRole('button', { name: 'Leg het signaal weg' }).click();
	await expect(page.getByText('Schrijf waarom.')).toBeVisible();
	await page.getByLabel('Waarom').fill('Een actie van onszelf');
	await page.getByRole('button', { name: 'Leg het signaal weg' }).click();
	await expect(page.getByText('Een actie van onszelf')).toBeVisible();
	await page.goto(`${desk.url}/commissie/signalen?state=new`);
	await expect(page.getByText('Er zijn hier geen signalen.')).toBeVisible();
	await page.getByRole('link', { name: 'Weggelegd' }).click();
	await expect(page.getByRole('link', { name: /^Klachten: / })).toBeVisible();
});

test('the committee has all series looked through at once', async ({ page }) => {
	await page.goto(`${desk.url}/commissie/signalen`);
	await signIn(page, desk.dataDir, member);
	await page.getByRole('button', { name: 'Kijk nu alle reeksen na' }).click();
	await expect(page.getByText(/Laatst bekeken op .*: 0 reeksen/)).toBeVisible();
});

test('the regulator sees the same and can do nothing to it', async ({ page }) => {
	await page.goto(`${desk.url}/acm/signalen?state=dismissed`);
	await signIn(page, desk.dataDir, inspector);
	await page.getByRole('link', { name: /^Klachten: / }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Klachten: ');
	await expect(page.getByRole('button', { name: /signaal/ })).toHaveCount(0);
	await expectAxeFindsNothing(page);
});
