import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Cookie, type Page } from '@playwright/test';
import { readMail } from '../../src/lib/server/mail/read-mail.ts';
import type { RunningDesk } from './server.ts';
import { startFilledDesk } from './filled-desk.ts';

/** Who may look after a staffed desk; there is a mail for them that could not be delivered. */
export const administrator = 'beheer@gehoord.example';

/** More organisations by name, owners of organisations by slug, people of the regulator, signals. */
type Staff = {
	organisations?: string[];
	owners?: Record<string, string>;
	regulators?: string[];
	/** What a run found before the desk opened. */
	signals?: object[];
};

/** Starts a desk that knows two organisations, with a committee member who awaits a first sign-in. */
export async function startStaffedDesk(
	member: string,
	{ organisations = [], owners = {}, regulators = [], signals = [] }: Staff = {}
): Promise<RunningDesk> {
	return startFilledDesk(
		async ({ backend }) => {
			await backend.sql.query("select public.invite($1, 'committee')", [member]);
			await backend.sql.query("select public.invite($1, 'administrator')", [administrator]);
			await backend.sql.query(
				`insert into hub.outbox (event_key, template, locale, sealed, key_id, attempts, given_up_at, failure)
		values ('filed:1', 'acknowledge_report', 'nl', '\\x00', 'lost', 8, now(), '550 5.1.1')`
			);
			await backend.sql.query(
				"insert into hub.organisations (name, slug, sector) values ('Stroomwijs', 'stroomwijs', 'energy'), ('Telvast', 'telvast', 'telecom')"
			);
			await backend.sql.query(
				"select public.keep_signals($1::text::jsonb, '2026-09-15', '2026-09-07', 12)",
				[JSON.stringify(signals)]
			);
			for (const email of regulators) {
				await backend.sql.query("select public.invite($1, 'regulator')", [email]);
			}
			for (const name of organisations) {
				await backend.sql.query(
					'insert into hub.organisations (name, slug) values ($1, lower($1))',
					[name]
				);
			}
			for (const [slug, email] of Object.entries(owners)) {
				await backend.sql.query(
					`select public.invite($1, 'organisation_member', organisation_id, 'owner')
			from hub.organisations where slug = $2`,
					[email, slug]
				);
			}
		},
		{ SHOW_MAIL: 'on' }
	);
}

/** Files a report as another program does; gives its reference. */
export async function fileReport(url: string, report: Record<string, unknown>): Promise<string> {
	const response = await fetch(`${url}/api/v1/reports`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ kind: 'complaint', channel: 'phone', contact_when: 'now', ...report })
	});
	expect(response.status).toBe(201);
	return ((await response.json()) as { reference: string }).reference;
}

/** The code in the newest mail to somebody. */
export async function codeFor(dataDir: string, to: string): Promise<string | undefined> {
	const folder = join(dataDir, 'mail');
	const names = (await readdir(folder).catch(() => [])).sort().reverse();
	for (const name of names.filter((each) => each.endsWith('.eml'))) {
		const mail = await readMail(await readFile(join(folder, name), 'utf8'));
		if (mail.to === to) return /\b\d{6}\b/.exec(mail.text)?.[0];
	}
	return undefined;
}

/** Who signed in on which desk already, and with what. */
const signedIn = new Map<string, Cookie[]>();

/**
 * Signs in on the page that is open, in Dutch; gets where that leads. The first time on a desk by
 * the mailed code, after that with what the browser kept.
 */
export async function signIn(page: Page, dataDir: string, email: string): Promise<void> {
	const who = `${email} ${dataDir}`;
	const kept = signedIn.get(who);
	if (kept && (await returnWith(page, kept))) return;
	const earlier = await codeFor(dataDir, email);
	await page.getByLabel('Je e-mailadres').fill(email);
	await page.getByRole('button', { name: 'Stuur mij een code' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vul de code in');
	await expect.poll(() => codeFor(dataDir, email)).not.toBe(earlier);
	await page.getByLabel('Code van zes cijfers').fill((await codeFor(dataDir, email))!);
	await page.getByRole('button', { name: 'Log in' }).click();
	const session = async () =>
		(await page.context().cookies()).filter(({ name }) => name.startsWith('gehoord-session'));
	await expect.poll(async () => (await session()).length).toBeGreaterThan(0);
	signedIn.set(who, await session());
	// Where it leads is there before the test goes on.
	await page.waitForLoadState();
}

/** Whether what was kept still opens the desk; somebody may have signed out since. */
async function returnWith(page: Page, kept: Cookie[]): Promise<boolean> {
	const next = new URL(page.url()).searchParams.get('next') ?? '/inloggen';
	await page.context().addCookies(kept);
	await page.goto(new URL(next, page.url()).href);
	return !new URL(page.url()).pathname.endsWith('/inloggen');
}
