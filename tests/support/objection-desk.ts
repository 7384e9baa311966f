import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { objectionSubmission } from '../../src/lib/domain/objection/submission.ts';
import { runDeadlines } from '../../src/lib/server/jobs/jobs.ts';
import { deliverMail } from '../../src/lib/server/mail/outbox.ts';
import * as objections from '../../src/lib/server/objections/objections.ts';
import type { RunningDesk } from './server.ts';
import { startFilledDesk } from './filled-desk.ts';

/** Whom the desk asked whether it stopped. */
export const asked = 'anna@example.org';

/** Starts a desk that knows two organisations, one of which takes objections, and an objection of a month ago. */
export async function startObjectionDesk(): Promise<RunningDesk> {
	return startFilledDesk(async (desk) => {
		await desk.backend.sql.query(
			`insert into hub.organisations (name, slug, sector, objection_email)
		values ('Stroomwijs', 'stroomwijs', 'energy', 'verzet@stroomwijs.example'), ('Telvast', 'telvast', 'telecom', null)`
		);
		await objections.lodge(
			desk,
			objectionSubmission.parse({
				ask: 'objection',
				organisation_name: 'Stroomwijs',
				against: ['phone'],
				phone_numbers: ['0612345678'],
				email: asked
			})
		);
		await deliverMail(desk);
		const dayTwentyNine = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000);
		await runDeadlines({ ...desk, now: () => dayTwentyNine });
		await deliverMail(desk);
	});
}

/** The paths of the links in the newest mail to somebody that has these words in its subject. */
export async function linksTo(dataDir: string, to: string, words: string): Promise<string[]> {
	const folder = join(dataDir, 'mail');
	const names = (await readdir(folder).catch(() => [])).sort().reverse();
	for (const name of names.filter((each) => each.endsWith('.eml'))) {
		const mail = await PostalMime.parse(await readFile(join(folder, name)));
		if (mail.to?.[0]?.address !== to || !mail.subject?.includes(words)) continue;
		return [...(mail.text ?? '').matchAll(/https?:\/\/[^/\s]+(\/\S+)/g)].map(([, path]) => path!);
	}
	return [];
}
