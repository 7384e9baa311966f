import { expect, test, type Page } from '@playwright/test';
import type { RunningDesk } from '../support/server.ts';
import {
	administrator,
	codeFor,
	fileReport,
	signIn,
	startStaffedDesk
} from '../support/staffed-desk.ts';
import { expectAxeFindsNothing, expectNoSideways } from '../support/page-checks.ts';

const member = 'voorzitter@commissie.example';

let desk: RunningDesk;
test.beforeAll(async () => {
	// Two databases are made at the same time.
	test.setTimeout(180_000);
	desk = await startStaffedDesk(member);
});
test.afterAll(() => desk.stop());
test.describe.configure({ mode: 'serial' });

/** Opens a report as somebody of the committee. */
async function open(page: Page, reference: string): Promise<void> {
	await page.goto(`${desk.url}/commissie/meldingen/${reference}`);
	if (page.url().includes('/inloggen')) await signIn(page, desk.dataDir, member);
	await expect(page.getByRole('heading', { level: 1 })).toContainText(reference);
}

/** Does an act of the committee, in the form that opens under its name. */
async function act(page: Page, name: string, fill: () => Promise<void>): Promise<void> {
	await page.locator('summary', { hasText: name }).click();
	await fill();
	await page.getByRole('button', { name, exact: true }).click();
}

test('whoever is not signed in goes through the door, and on to where they were going', async ({
	page
}) => {
	await page.goto(`${desk.url}/commissie/meldingen?kind=complaint`);
	await expect(page).toHaveURL(/\/inloggen\?next=/);
	await signIn(page, desk.dataDir, member);
	await expect(page).toHaveURL(`${desk.url}/commissie/meldingen?kind=complaint`);

	await page.getByRole('button', { name: 'Log uit' }).click();
	await page.goto(`${desk.url}/commissie`);
	await expect(page).toHaveURL(/\/inloggen/);
});

test('a stranger is told the same as a member, gets no mail and no cookie', async ({
	page,
	context
}) => {
	await page.goto(`${desk.url}/inloggen`);
	await page.getByLabel('Je e-mailadres').fill('vreemde@elders.example');
	await page.getByRole('button', { name: 'Stuur mij een code' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vul de code in');
	await page.getByLabel('Code van zes cijfers').fill('123456');
	await page.getByRole('button', { name: 'Log in' }).click();
	await expect(page.getByRole('alert')).toContainText('Deze code klopt niet');
	expect(await codeFor(desk.dataDir, 'vreemde@elders.example')).toBeUndefined();
	const names = (await context.cookies()).map(({ name }) => name);
	expect(names.filter((name) => name.startsWith('gehoord'))).toEqual([]);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('one signs in too, and sees the figures', async ({ page }) => {
		await page.goto(`${desk.url}/inloggen`);
		await signIn(page, desk.dataDir, member);
		await expect(page).toHaveURL(`${desk.url}/commissie`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overzicht');
	});
});

test('a report is held with a reason, leaves the counts, and is released again', async ({
	page
}) => {
	const reference = await fileReport(desk.url, { organisation_name: 'Stroomwijs' });
	await open(page, reference);
	await act(page, 'Zet apart', async () => {});
	await expect(page.getByRole('alert')).toContainText('Schrijf waarom.');

	await page.getByLabel('Waarom?').first().fill('Zelfde tekst als tien andere.');
	await page.getByRole('button', { name: 'Zet apart', exact: true }).click();
	await expect(page.getByText('De melding staat apart.')).toBeVisible();
	await expect(page.getByText('telt niet mee').first()).toBeVisible();
	await expect(page.getByText('“Zelfde tekst als tien andere.”')).toBeVisible();

	await act(page, 'Geef vrij', () => page.getByLabel('Waarom?').first().fill('Toch echt.'));
	await expect(page.getByText('De melding is vrijgegeven.')).toBeVisible();
	await expect(page.getByText('Vrijgegeven', { exact: true })).toBeVisible();
});

test('numbers are written as people write them, in lists, reports and the field that asks for one', async ({
	page
}) => {
	const reference = await fileReport(desk.url, { caller_number: '+31 85 000 4321' });
	await open(page, reference);
	await expect(page.getByRole('link', { name: '085 000 4321' })).toHaveAttribute(
		'href',
		'/nummer/31850004321'
	);
	await page.goto(`${desk.url}/commissie/meldingen?number=%2B31850004321`);
	await expect(page.getByLabel('Nummer')).toHaveValue('085 000 4321');
	await expect(page.getByRole('row', { name: new RegExp(reference) })).toContainText(
		'085 000 4321'
	);
	await expect(page.getByRole('main')).not.toContainText('+31');
});

test('the category and the organisation are changed, and the timeline tells from what to what', async ({
	page
}) => {
	const reference = await fileReport(desk.url, {
		organisation_name: 'Stroomwijs',
		categories: ['pushiness']
	});
	await open(page, reference);
	await act(page, 'Verander de soort', async () => {
		await page.getByLabel('Belangrijkste soort').selectOption({ label: 'Misleid' });
		await page.getByLabel('Waarom?').nth(1).fill('Ze deden zich voor als de netbeheerder.');
	});
	await expect(page.getByText('De soort is veranderd.')).toBeVisible();
	await expect(page.getByText(/^Van Herhaald aandringen naar Misleid/)).toBeVisible();

	await act(page, 'Verander de organisatie', async () => {
		await page.getByLabel('Organisatie', { exact: true }).fill('Bestaat Niet');
		await page.getByLabel('Waarom?').nth(2).fill('Het was een andere.');
	});
	await expect(page.getByRole('alert')).toContainText('staat niet bij ons');
	await expect(page.getByLabel('Organisatie', { exact: true })).toHaveValue('Bestaat Niet');
	await expect(page.getByLabel('Waarom?').nth(2)).toHaveValue('Het was een andere.');

	await page.getByLabel('Organisatie', { exact: true }).fill('telvast');
	await page.getByRole('button', { name: 'Verander de organisatie', exact: true }).click();
	await expect(page.getByText('De organisatie is veranderd.')).toBeVisible();
	await expect(page.getByText('Van Stroomwijs naar Telvast.')).toBeVisible();
});

test('the list is narrowed by what stands in the address', async ({ page }) => {
	const reference = await fileReport(desk.url, { kind: 'compliment', caller_number: '0850001234' });
	await open(page, reference);
	await page.goto(`${desk.url}/commissie/meldingen`);
	await page.getByLabel('Klacht of compliment').selectOption({ label: 'Compliment' });
	await expect(page).toHaveURL(/kind=compliment/);
	await expect(page.locator('tbody tr')).toHaveCount(1);
	await expect(page.getByRole('link', { name: reference })).toBeVisible();
	await page.goto(`${desk.url}/commissie/meldingen?number=085-0001234`);
	await expect(page.locator('tbody tr')).toHaveCount(1);
});

test('axe finds nothing on the pages of the committee', async ({ page }) => {
	test.slow();
	const reference = await fileReport(desk.url, { narrative: 'Ze belden op zondag.' });
	await open(page, reference);
	for (const path of ['/commissie', '/commissie/meldingen', `/commissie/meldingen/${reference}`]) {
		for (const root of ['', '/en']) {
			await page.goto(desk.url + root + path);
			await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
			await expectAxeFindsNothing(page);
		}
	}
});

test('an administrator sees which mail did not arrive, and may have it sent again', async ({
	page
}) => {
	await page.goto(`${desk.url}/beheer/post`);
	await signIn(page, desk.dataDir, administrator);
	await expect(page).toHaveURL(`${desk.url}/beheer/post`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Post en taken');
	await expect(page.getByRole('row', { name: /filed:1/ })).toContainText('550 5.1.1');
	for (const root of ['/en', '']) {
		await page.goto(`${desk.url}${root}/beheer/post`);
		await expect(page.getByRole('row', { name: /filed:1/ })).toBeVisible();
		await expectAxeFindsNothing(page);
	}
	await page.setViewportSize({ width: 320, height: 640 });
	await expectNoSideways(page);
	await expect(page.getByRole('button', { name: 'Probeer opnieuw' })).toBeVisible();
});
