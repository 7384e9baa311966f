import { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { keepNewestHead } from '../audit/kept-head.ts';
import { runCallers } from '../callers/run.ts';
import { deliverWebhooks, forgetWebhookDeliveries } from '../connections/deliver-webhooks.ts';
import { unwrap } from '../db/errors.ts';
import { runUndoing } from '../imports/kept-imports.ts';
import { runRetention } from './retention.ts';
import type { Desk } from '../desk.ts';
import { makeDossiers, removeExpiredDossiers } from '../dossiers/make.ts';
import { removeStaged } from '../evidence/evidence.ts';
import { jobRuns } from '../metrics.ts';
import { mailOfferedLinks } from '../organisations/answer-links.ts';
import { renewFindings } from '../reports/renew-findings.ts';
import { runSignals } from '../signals/run.ts';
import { forgetTrends } from '../trends/trends-cache.ts';

/*
 * What the desk does by itself. pg-boss keeps the schedule in the database, so that of several
 * processes one does a job and none is forgotten over a restart. Each job takes up where the last
 * run left off: to run one twice does no harm.
 */

type Job = { name: string; cron: string; run: (desk: Desk) => Promise<unknown> };

/** Every job, and when it runs (cron, Dutch time). */
const jobs: readonly Job[] = [
	{ name: 'run_deadlines', cron: '* * * * *', run: runDeadlines },
	{ name: 'renew_findings', cron: '* * * * *', run: renewFindings },
	{ name: 'mail_answer_links', cron: '* * * * *', run: mailOfferedLinks },
	{ name: 'undo_imports', cron: '* * * * *', run: undoImports },
	{ name: 'run_retention', cron: '12 3 * * *', run: (desk) => runRetention(desk) },
	{ name: 'find_signals', cron: '40 3 * * *', run: (desk) => runSignals(desk) },
	{ name: 'find_likely_callers', cron: '50 3 * * *', run: (desk) => runCallers(desk) },
	{ name: 'deliver_mail', cron: '* * * * *', run: ({ wakeOutbox }) => wakeOutbox() },
	{ name: 'deliver_webhooks', cron: '* * * * *', run: (desk) => deliverWebhooks(desk) },
	{ name: 'forget_webhook_deliveries', cron: '27 * * * *', run: forgetWebhookDeliveries },
	{ name: 'make_dossiers', cron: '* * * * *', run: makeDossiers },
	{ name: 'remove_dossiers', cron: '37 * * * *', run: removeExpiredDossiers },
	{ name: 'keep_audit_head', cron: '*/5 * * * *', run: keepNewestHead },
	{ name: 'remove_staged_evidence', cron: '17 * * * *', run: removeStaged }
];

const ran = z.object({
	acted: z.number(),
	failed: z.array(z.object({ clock: z.string(), code: z.string() }))
});

/** Acts on every clock that has run out, and tells how many. What fails is tried again later. */
export async function runDeadlines(desk: Desk): Promise<number> {
	const most = 200;
	let total = 0;
	for (;;) {
		const as_of = desk.now().toISOString();
		const answer = await desk.service.rpc('run_due_deadlines', { as_of, most });
		const { acted, failed } = ran.parse(unwrap('run_due_deadlines', answer));
		for (const { clock, code } of failed) {
			const cause = new Error('run_due_deadlines failed', { cause: { code } });
			desk.log.error({ event: 'deadline_failed', name: clock }, cause);
		}
		total += acted;
		if (acted > 0) {
			await desk.wakeOutbox();
			await renewFindings(desk);
		}
		if (acted + failed.length < most) return total;
	}
}

/** Erases the reports of imports that are being undone; the figures follow at once. */
async function undoImports(desk: Desk): Promise<void> {
	if ((await runUndoing(desk)) > 0) forgetTrends(desk);
}

/** Begins to do the jobs in this process. */
export async function startJobs(desk: Desk): Promise<{ stop(): Promise<void> }> {
	const boss = new PgBoss({
		...desk.backend.jobs,
		schema: 'jobs',
		application_name: 'gehoord jobs',
		// The embedded database is small and has no second connection to do this with.
		reindex: desk.backend.name !== 'embedded'
	});
	boss.on('error', (error) => desk.log.error({ event: 'jobs' }, error));
	await boss.start();
	for (const { name, cron, run } of jobs) {
		await boss.createQueue(name, { policy: 'exclusive', retryLimit: 0, deleteAfterSeconds: 3600 });
		await boss.work(name, { pollingIntervalSeconds: 10 }, () => runJob(desk, name, run));
		await boss.schedule(name, cron, null, { tz: 'Europe/Amsterdam' });
	}
	return { stop: () => boss.stop({ graceful: true, close: true, timeout: 10_000 }) };
}

async function runJob(desk: Desk, name: string, run: Job['run']): Promise<void> {
	try {
		await run(desk);
		jobRuns.inc({ job: name, outcome: 'done' });
	} catch (error) {
		jobRuns.inc({ job: name, outcome: 'failed' });
		desk.log.error({ event: 'job_failed', name }, error);
		throw error;
	}
}
