import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type APIResponse } from '@playwright/test';
import { startInboxDesk, stranger, strangersKey, type InboxDesk } from '../support/inbox-desk.ts';
import { signIn } from '../support/staffed-desk.ts';

/*
 * An owner of one organisation, with every right there is in it, goes at everything of another: each
 * page, act and endpoint found in the tree of routes, so that a new one is tried too.
 */
const routes = join(import.meta.dirname, '../../src/routes');

let desk: InboxDesk;
test.beforeAll(async () => {
	test.setTimeout(240_000);
	desk = await startInboxDesk();
});
test.afterAll(() => desk?.stop());

/** The addresses of a part of the site, with the files that answer them. */
function addressesUnder(part: string): { path: string; source: string }[] {
	return globSync('**/+{page.server,server}.ts', { cwd: join(routes, part) })
		.sort()
		.map((file) => ({
			path: `/${part.replace(/\(\w+\)\//, '')}/${file}`.replace(/\/\+(page\.)?server\.ts$/, ''),
			source: readFileSync(join(routes, part, file), 'utf8')
		}));
}

/** The names of the acts of a page. */
function actsIn(source: string): string[] {
	const [, body = ''] = source.split(/export const actions[^=]*=/);
	return [...body.matchAll(/^\t(?:async )?(\w+)[:(]/gm)].map(([, name]) => name!);
}

/** What of the other organisation somebody might know the name of. */
const namesOf = (path: string) =>
	path.replace('[reference]', desk.filed.late.reference).replace('[id]', crypto.randomUUID());

async function expectShut(response: APIResponse, what: string) {
	expect([403, 404], `${what} answered ${response.status()}`).toContain(response.status());
	const body = await response.text();
	expect(body, what).not.toContain('aandringen');
	expect(body, what).not.toContain('tijdens het eten');
}

/** What the clocks of the desk do meanwhile, whoever comes by. */
const byTheClock = ['organisation_reminded', 'answer_link_sent'];

/** How the reports of the other organisation stand, as their reporters see it. */
async function standing(request: { get(url: string, options: object): Promise<APIResponse> }) {
	const reports = Object.values(desk.filed).map(async ({ follow_code }) => {
		const response = await request.get(`${desk.url}/api/v1/reports/mine`, {
			headers: { authorization: `Bearer ${follow_code}` }
		});
		expect(response.status()).toBe(200);
		const report: { events: { event: string }[] } = await response.json();
		const events = report.events.filter(({ event }) => !byTheClock.includes(event));
		expect(events.length).toBeGreaterThan(0);
		return { ...report, events };
	});
	return Promise.all(reports);
}

test('an owner of another organisation opens and changes nothing in the portal', async ({
	page
}) => {
	test.setTimeout(180_000);
	await page.goto(`${desk.url}/portaal`);
	await signIn(page, desk.dataDir, stranger);
	await expect(page).toHaveURL(`${desk.url}/portaal/telvast`);
	const before = await standing(page.request);
	const addresses = addressesUnder('(organisation)/portaal/[organisation]');
	expect(addresses.length).toBeGreaterThan(15);
	let acts = 0;
	for (const { path, source } of addresses) {
		const attempts = [namesOf(path.replace('[organisation]', 'stroomwijs'))];
		// Also what is theirs, under the own name.
		if (/\[(reference|id)\]/.test(path))
			attempts.push(namesOf(path.replace('[organisation]', 'telvast')));
		for (const address of attempts) {
			await expectShut(await page.request.get(desk.url + address), `GET ${address}`);
			for (const act of actsIn(source)) {
				acts += 1;
				const form = {
					reference: desk.filed.late.reference,
					references: desk.filed.late.reference,
					text: 'Wij waren het niet.',
					reason: 'refund'
				};
				const target = `${address}${act === 'default' ? '' : `?/${act}`}`;
				const response = await page.request.post(desk.url + target, {
					form,
					headers: { origin: desk.url, accept: 'text/html' },
					maxRedirects: 0
				});
				await expectShut(response, `POST ${target}`);
			}
		}
	}
	expect(acts).toBeGreaterThan(25);
	expect(await standing(page.request)).toEqual(before);
});

test('a key of another organisation reads and writes nothing of this one', async ({ request }) => {
	const before = await standing(request);
	const addresses = addressesUnder('api/v1/organisation');
	expect(addresses.length).toBeGreaterThan(4);
	for (const { path, source } of addresses) {
		const url = desk.url + namesOf(path);
		for (const method of ['GET', 'POST'].filter((name) => source.includes(`const ${name}`))) {
			const ask = (headers: Record<string, string>) =>
				request.fetch(`${url}?since=2020-01-01T00:00:00Z`, {
					method,
					headers,
					...(method === 'POST' && {
						data: { answer_type: 'accepted', reason: 'refund', text: 'Wij waren het niet.' }
					})
				});
			expect((await ask({})).status(), `${method} ${path} without a key`).toBe(401);
			const response = await ask({ authorization: `Bearer ${strangersKey}` });
			if (path.includes('[')) await expectShut(response, `${method} ${path}`);
			else {
				expect(response.status(), `${method} ${path}`).toBe(200);
				for (const { reference } of Object.values(desk.filed)) {
					expect(await response.text()).not.toContain(reference);
				}
			}
		}
	}
	expect(await standing(request)).toEqual(before);
});
