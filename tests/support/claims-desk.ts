import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { reportSubmission } from '../../src/lib/domain/report/submission.ts';
import { deliverMail } from '../../src/lib/server/mail/outbox.ts';
import { mailOfferedLinks } from '../../src/lib/server/organisations/answer-links.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import type { RunningDesk } from './server.ts';
import { startFilledDesk } from './filled-desk.ts';

export const administrator = 'beheer@gehoord.example';
export const committee = 'voorzitter@commissie.example';
/** Where Telvast, which nobody works for here, gets its reports. */
export const telvast = 'verzet@telvast.example';
/** Whose invitation to Windkracht has expired. */
export const tooLate = 'telaat@windkracht.example';

/**
 * Starts a desk that knows a few organisations: Stroomwijs, with a website and nobody to speak for
 * it; Telvast, with an address and a report about it; Windkracht; and two that are one.
 */
export async function startClaimsDesk(): Promise<RunningDesk> {
	return startFilledDesk(async (desk) => {
		const { sql } = desk.backend;
		await sql.query("select public.invite($1, 'committee')", [committee]);
		await sql.query("select public.invite($1, 'administrator')", [administrator]);
		await sql.query(
			`insert into hub.organisations (name, slug, sector, website, objection_email) values
			('Stroomwijs', 'stroomwijs', 'energy', 'https://www.stroomwijs.example', null),
			('Telvast', 'telvast', 'telecom', null, '${telvast}'),
			('Windkracht', 'windkracht', 'energy', null, null),
			('Zonnewijs', 'zonnewijs', 'energy', 'https://zonnewijs.example', null),
			('Zonne Wijs', 'zonne-wijs', 'energy', null, null)`
		);
		await sql.query(
			`select public.invite($1, 'organisation_member', organisation_id, 'handler')
		from hub.organisations where slug = 'windkracht'`,
			[tooLate]
		);
		await sql.query('update hub.invitations set expires_at = now() where email = $1', [tooLate]);
		for (const organisation_name of ['Telvast', 'Zonne Wijs']) {
			await reports.file(
				desk,
				reportSubmission.parse({
					kind: 'complaint',
					channel: 'phone',
					caller_number: '0850001234',
					organisation_name,
					narrative: 'Ze belden tijdens het eten en bleven aandringen.',
					categories: ['unwanted_contact'],
					contact_when: 'now'
				}),
				{ origin: 'form' }
			);
		}
		await mailOfferedLinks(desk);
		await deliverMail(desk);
	});
}

/** The text of the newest mail to somebody that has these words in its subject. */
export async function mailTo(dataDir: string, to: string, words: string): Promise<string> {
	const folder = join(dataDir, 'mail');
	const names = (await readdir(folder).catch(() => [])).sort().reverse();
	for (const name of names.filter((each) => each.endsWith('.eml'))) {
		const mail = await PostalMime.parse(await readFile(join(folder, name)));
		if (mail.to?.[0]?.address === to && mail.subject?.includes(words)) return mail.text ?? '';
	}
	return '';
}
