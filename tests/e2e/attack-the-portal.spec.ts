import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import {
	handler,
	startInboxDesk,
	stranger,
	strangersKey,
	type InboxDesk
} from '../support/inbox-desk.ts';
import { signIn } from '../support/staffed-desk.ts';

/*
 * A member of one organisation tries every page, form and address of the portal and the API with
 * what belongs to another. The routes are read from the source: a new one is tried by itself.
 */

let desk: InboxDesk;
test.describe.configure({ timeout: 240_000 });
test.beforeAll(async () => {
	test.setTimeout(240_000);
	desk = await startInboxDesk();
});
test.afterAll(() => desk?.stop());

const routes = join(import.meta.dirname, '../../src/routes');
const portal = '(organisation)/portaal/[organisation]';

/** The folders below one that hold a file of this name. */
const foldersWith = (below: string, file: string) =>
	readdirSync(join(routes, below), { recursive: true, withFileTypes: true })
		.filter(({ name }) => name === file)
		.map(({ parentPath }) => parentPath.slice(routes.length + 1));

/** The names of the form actions of a page; one without a name is the only one. */
function actionsOf(folder: string): string[] {
	const source = readFileSync(join(routes, folder, '+page.server.ts'), 'utf8');
	const body = /export const actions[^=]*= \{([\s\S]*?)\n\};/.exec(source)?.[1];
	if (body === undefined) return [];
	return [...body.matchAll(/^\t(\w+)(?=[:,(]|$)/gm)].map(([, name]) => name!);
}

/** The address of a route, with these in the place of its parameters. */
function fill(folder: string, values: Record<string, string>): string {
	const path = folder.replace(/^\(\w+\)\//, '');
	return `/${path.replace(/\[(\w+)\]/g, (_, name: string) => values[name] ?? 'onbekend')}`;
}

async function enter(page: Page, path: string, member: string): Promise<void> {
	await page.goto(desk.url + path);
	if (page.url().includes('/inloggen')) await signIn(page, desk.dataDir, member);
	await expect(page).toHaveURL(desk.url + path);
}

/** What belongs to Stroomwijs: the references of a report, and of an objection or request. */
async function theirs(page: Page): Promise<string[]> {
	await enter(page, '/portaal/stroomwijs/verzoeken', handler);
	const requests = await page.getByRole('link', { name: /^[VB]-\d\d-/ }).allInnerTexts();
	expect(requests.length).toBeGreaterThan(0);
	return [desk.filed.fresh.reference, desk.filed.late.reference, ...requests];
}

const id = '00000000-0000-4000-8000-000000000001';

test('no page, form or download of the portal opens for a member of another organisation', async ({
	browser
}) => {
	const references = await theirs(await (await browser.newContext()).newPage());
	const page = await (await browser.newContext()).newPage();
	await enter(page, '/portaal/telvast', stranger);
	const pages = foldersWith(portal, '+page.server.ts');
	const downloads = foldersWith(portal, '+server.ts');
	expect(pages.length).toBeGreaterThan(12);
	expect(downloads.length).toBeGreaterThan(1);

	const gone: [string, number][] = [];
	const attempts = [...pages, ...downloads].flatMap((folder) => {
		const takesReference = folder.includes('[reference]');
		const values = { id, format: 'xlsx' };
		return (takesReference ? references : ['']).flatMap((reference) => [
			{ folder, path: fill(folder, { ...values, reference, organisation: 'stroomwijs' }) },
			// Under the own name, with the reference of another.
			...(takesReference
				? [{ folder, path: fill(folder, { ...values, reference, organisation: 'telvast' }) }]
				: [])
		]);
	});
	for (const { folder, path } of attempts) {
		const got = await page.request.get(desk.url + path, { maxRedirects: 0 });
		if (![403, 404].includes(got.status())) gone.push([`GET ${path}`, got.status()]);
		if (!pages.includes(folder)) continue;
		for (const action of actionsOf(folder)) {
			const address = action === 'default' ? path : `${path}?/${action}`;
			const posted = await page.request.post(desk.url + address, {
				headers: { origin: desk.url, accept: 'text/html' },
				form: { wanted: desk.filed.late.reference, text: 'Stil.', reason: 'apology' },
				maxRedirects: 0
			});
			// A form that lacks something may say so before it says whose it is not.
			const isRefused = [403, 404, 422].includes(posted.status());
			if (!isRefused) gone.push([`POST ${address}`, posted.status()]);
		}
	}
	expect(gone).toEqual([]);
	expect(attempts.length).toBeGreaterThan(30);
});

test('what was tried left nothing behind', async ({ page }) => {
	const { late } = desk.filed;
	await enter(page, `/portaal/stroomwijs/meldingen/${late.reference}`, handler);
	await expect(page.getByRole('main')).not.toContainText('Stil.');
	await expect(page.getByRole('link', { name: 'Schrijf een antwoord' })).toBeVisible();
});

test('a key of another organisation opens nothing, and no key even less', async ({ request }) => {
	const endpoints = foldersWith('api/v1/organisation', '+server.ts');
	expect(endpoints.length).toBeGreaterThan(4);
	const { reference } = desk.filed.late;
	for (const folder of endpoints) {
		const address = desk.url + fill(folder, { reference, id });
		const source = readFileSync(join(routes, folder, '+server.ts'), 'utf8');
		const method = source.includes('export const POST') ? 'post' : 'get';
		const ask = (headers: Record<string, string>) =>
			request[method](`${address}?since=2026-01-01T00:00:00Z`, {
				headers,
				...(method === 'post' && { data: { reason: 'apology', text: 'Sorry.' } })
			});
		expect((await ask({})).status(), address).toBe(401);
		const got = await ask({ authorization: `Bearer ${strangersKey}` });
		if (folder.includes('[reference]')) expect(got.status(), address).toBe(404);
		else expect(await got.text(), address).not.toContain(reference);
	}
});
