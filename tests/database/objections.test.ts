import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consentRecord } from '../../src/lib/domain/objection/consent-record.ts';
import { objectionMoves, objectionStates } from '../../src/lib/domain/objection/states.ts';
import { objectionSubmission } from '../../src/lib/domain/objection/submission.ts';
import { parseFacts } from '../../src/lib/domain/rules/facts.ts';
import { checkRules } from '../../src/lib/domain/rules/check.ts';
import * as answered from '../../src/lib/server/objections/answered-objections.ts';
import type { Desk } from '../../src/lib/server/desk.ts';
import * as followed from '../../src/lib/server/objections/followed-objections.ts';
import { runDeadlines } from '../../src/lib/server/jobs/jobs.ts';
import { loadObjectionTerms } from '../../src/lib/server/objections/objection-terms.ts';
import { writeLetter } from '../../src/lib/server/objections/objection-letter.ts';
import { writeProof } from '../../src/lib/server/objections/objection-pdf.ts';
import * as evidence from '../../src/lib/server/evidence/evidence.ts';
import * as objections from '../../src/lib/server/objections/objections.ts';
import * as proofFiles from '../../src/lib/server/objections/proof-files.ts';
import { reportLink } from '../../src/lib/server/following/report-link.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import { backendNames, openTestDesk, readMail, submission } from '../support/desk.ts';
import { readPdf } from '../support/read-pdf.ts';

const stroomwijs = '00000000-0000-4000-8000-000000000001';
const zonnekade = '00000000-0000-4000-8000-000000000002';
const day = 24 * 60 * 60 * 1000;

describe.each(backendNames)('%s', (backend) => {
	let desk: Desk;
	let start: Date;

	beforeAll(async () => {
		// The database has a clock of its own: terms are run by telling the desk a later time.
		start = new Date();
		desk = { ...(await openTestDesk(backend)), now: () => start };
		await desk.backend.sql.query(
			`insert into hub.organisations (organisation_id, name, slug, sector, objection_email)
			values ($1, 'Stroomwijs', 'stroomwijs', 'energy', 'verzet@stroomwijs.example'),
				($2, 'Zonnekade', 'zonnekade', 'energy', null)`,
			[stroomwijs, zonnekade]
		);
	});
	afterAll(() => desk.close());

	const lodge = (fields: Record<string, unknown> = {}, clientKey?: string) =>
		objections.lodge(
			desk,
			objectionSubmission.parse({
				ask: 'objection',
				organisation_name: 'Stroomwijs',
				against: ['phone'],
				phone_numbers: ['06 12345678'],
				...fields
			}),
			{ clientKey }
		);
	const mailTo = async (address: string, words: string) =>
		(await readMail(desk))
			.filter((text) => text.includes(`To: ${address}`))
			.map(readable)
			.filter((text) => text.includes(words));
	const tokenIn = (mail: string, path: string) =>
		new RegExp(`${path}/([\\w-]{32})`).exec(mail)?.[1] ?? '';
	/** Runs what is due so many days from now. */
	const after = (days: number) =>
		runDeadlines({ ...desk, now: () => new Date(start.getTime() + days * day) });

	test('the database allows the moves of the domain, and no others', async () => {
		const rows = await desk.backend.sql.query<{ move: string }>(
			"select from_state || ' to ' || to_state as move from hub.objection_moves"
		);
		const moves = objectionStates.flatMap((from) =>
			objectionMoves[from].map((to) => `${from} to ${to}`)
		);
		expect(rows.map(({ move }) => move).sort()).toEqual(moves.sort());
	});

	test('an objection is mailed to the organisation with what it needs, and is sent once the mail is', async () => {
		const lodged = await lodge({ email: 'anna@example.org', name: 'Anna de Wit' });
		expect(lodged).toMatchObject({ is_sent_by_desk: true, organisation: { name: 'Stroomwijs' } });
		expect(lodged.objection!.reference).toMatch(/^V-\d\d-[0-9A-Z]{6}$/);
		const [mail] = await mailTo('verzet@stroomwijs.example', lodged.objection!.reference);
		expect(mail).toContain('06 12345678');
		expect(mail).toContain('Anna de Wit');
		expect(mail).not.toContain('anna@example.org');
		const { objection } = await followed.open(desk, lodged.follow_code);
		expect(objection).toMatchObject({ status: 'sent', sent_route: 'mail' });
		const [confirmed] = await mailTo('anna@example.org', lodged.objection!.reference);
		expect(confirmed).not.toContain(lodged.follow_code);
	});

	test('nothing of who objects is readable in the database', async () => {
		const lodged = await lodge({
			name: 'Wilhelmina Zonderland',
			email: 'wilhelmina@example.org',
			may_test_later_reports: true
		});
		await readMail(desk);
		const [row] = await desk.backend.sql.query<{ all: string }>(
			`select jsonb_agg(to_jsonb(objections) || to_jsonb(people) || to_jsonb(keys))::text
				|| (select jsonb_agg(to_jsonb(outbox)) from hub.outbox)::text as all
			from hub.objections join hub.objection_people as people using (objection_id)
			left join hub.objection_keys as keys using (objection_id)`
		);
		expect(row!.all).toContain(lodged.objection!.reference);
		for (const secret of [/wilhelmina/i, /12345678/, new RegExp(lodged.follow_code)]) {
			expect(row!.all).not.toMatch(secret);
		}
	});

	test('the same form sent twice lodges once', async () => {
		const first = await lodge({}, 'a key');
		expect(await lodge({}, 'a key')).toEqual({ ...first, is_repeated: true });
		expect(await mailTo('verzet@stroomwijs.example', first.objection!.reference)).toHaveLength(1);
	});

	test('the organisation acknowledges and processes by its link, and who objected is told', async () => {
		const lodged = await lodge({ email: 'bert@example.org' });
		const { reference } = lodged.objection!;
		const [mail] = await mailTo('verzet@stroomwijs.example', reference);
		const token = tokenIn(mail!, 'verzet/bevestigen');
		expect((await answered.open(desk, token))?.shared?.phone_numbers).toEqual(['+31612345678']);
		await answered.acknowledge(desk, token, false);
		await answered.acknowledge(desk, token, false);
		expect(await mailTo('bert@example.org', 'heeft je verzet')).toHaveLength(1);
		await answered.acknowledge(desk, token, true);
		const { objection } = await followed.open(desk, lodged.follow_code);
		expect(objection!.status).toBe('processed');
		expect(objection!.events.map(({ event }) => event)).toEqual([
			'lodged',
			'sent',
			'acknowledged',
			'processed'
		]);
		expect((await answered.open(desk, token))?.shared).toBeNull();
		expect(await answered.open(desk, token.replace(/^./, '~'))).toBeNull();
	});

	test('without an address there is a letter, and the clocks run from the day it was sent', async () => {
		const lodged = await lodge({ organisation_name: 'Zonnekade', name: 'Cor' });
		expect(lodged.is_sent_by_desk).toBe(false);
		const waiting = await followed.open(desk, lodged.follow_code);
		expect(waiting.objection!.status).toBe('lodged');
		const letter = writeLetter(waiting, await loadObjectionTerms(desk));
		expect(letter.body).toContain('Zonnekade');
		expect(letter.body).toContain('06 12345678');
		const sent_on = start.toLocaleDateString('en-CA', { timeZone: 'Europe/Amsterdam' });
		await expect(
			followed.markSent(desk, lodged.follow_code, { sent_on: '2020-01-01', route: 'letter' })
		).rejects.toMatchObject({ issues: [{ message: 'error_sent_before_lodging' }] });
		await followed.markSent(desk, lodged.follow_code, { sent_on, route: 'letter' });
		const { objection } = await followed.open(desk, lodged.follow_code);
		expect(objection).toMatchObject({ status: 'sent', sent_route: 'letter' });
	});

	test('what a machine filled in is mailed to nobody; whoever sent it has the letter', async () => {
		const sent = objectionSubmission.parse({
			ask: 'objection',
			organisation_name: 'Stroomwijs',
			against: ['phone'],
			phone_numbers: ['06 12345678'],
			email: 'robot@example.org'
		});
		const lodged = await objections.lodge(desk, sent, { isSuspect: true });
		expect(lodged).toMatchObject({ is_sent_by_desk: false, objection: { status: 'lodged' } });
		const { reference } = lodged.objection!;
		expect(await mailTo('verzet@stroomwijs.example', reference)).toEqual([]);
		expect(await mailTo('robot@example.org', reference)).toEqual([]);
		const waiting = await followed.open(desk, lodged.follow_code);
		expect(writeLetter(waiting, await loadObjectionTerms(desk)).body).toContain('06 12345678');
	});

	test('a name that only resembles is no ground to send somebody’s number there', async () => {
		expect((await lodge({ organisation_name: 'Stroomwijz' })).is_sent_by_desk).toBe(false);
	});

	test('after 72 hours it is noted, on day 29 is asked whether it stopped, once', async () => {
		const lodged = await lodge({ email: 'dirk@example.org' });
		await readMail(desk);
		await after(3.1);
		await after(27);
		expect(await mailTo('dirk@example.org', 'Is het gestopt?')).toHaveLength(0);
		await expect(followed.sayWhetherStopped(desk, lodged.follow_code, true)).rejects.toMatchObject({
			reason: 'objection_term_still_runs'
		});
		await after(30);
		await after(30);
		const mails = await mailTo('dirk@example.org', 'Is het gestopt?');
		expect(mails).toHaveLength(1);
		const token = tokenIn(mails[0]!, 'verzet/gestopt');
		expect((await followed.peek(desk, token))?.organisation_name).toBe('Stroomwijs');
		await followed.sayWhetherStoppedByLink(desk, token, false);
		await followed.sayWhetherStoppedByLink(desk, token, false);
		const { objection } = await followed.open(desk, lodged.follow_code);
		expect(objection).toMatchObject({ status: 'ignored', has_stopped: false });
		expect(objection!.events.map(({ event }) => event).slice(2)).toEqual([
			'norm_passed',
			'asked_whether_stopped',
			'said_not_stopped'
		]);
	});

	test('a request for proof that nobody answers is overdue, and its report learns so', async () => {
		const filed = await reports.file(
			desk,
			submission({ organisation_id: stroomwijs, facts: { consent_claimed: 'yes' } }),
			{ origin: 'form' }
		);
		const lodged = await lodge({
			ask: 'proof',
			against: [],
			email: 'els@example.org',
			report_link: reportLink(desk, filed.reference)
		});
		expect(lodged.objection).toBeNull();
		await readMail(desk);
		await after(15);
		expect((await followed.open(desk, lodged.follow_code)).proof_request!.status).toBe('overdue');
		expect(await mailTo('els@example.org', 'niet binnen vijf werkdagen')).toHaveLength(1);
		const [{ facts }] = (await desk.backend.sql.query<{ facts: Record<string, unknown> }>(
			'select facts from hub.reports where reference = $1',
			[filed.reference]
		)) as [{ facts: Record<string, unknown> }];
		const later = new Date(start.getTime() + 15 * day).toISOString();
		const { findings } = checkRules({ ...facts, channel: 'phone', as_of: later }, start);
		expect(findings.map(({ rule_id }) => rule_id)).toContain('ctm-proof-5wd');
	});

	test('proof is shown once, judged by the rules, mailed to who asked and told to the report', async () => {
		const filed = await reports.file(desk, submission({ organisation_id: stroomwijs }), {
			origin: 'form'
		});
		const lodged = await lodge({
			ask: 'both',
			email: 'fons@example.org',
			report_link: reportLink(desk, filed.reference)
		});
		const [mail] = await mailTo(
			'verzet@stroomwijs.example',
			`bewijs van toestemming (${lodged.proof_request!.reference})`
		);
		const token = tokenIn(mail!, 'bewijs');
		const record = consentRecord.parse({
			has_consent: 'yes',
			given_on: '2026-02-03',
			text_shown: 'Ja, bel mij maar.',
			source: 'https://example.org/prijsvraag',
			asked_by: 'Prijzenpot',
			is_active: 'yes',
			is_separate: 'no',
			names_organisation: 'yes',
			names_channel: 'yes',
			verification: 'code'
		});
		const sent = {
			name: 'Formulier.pdf',
			type: 'application/pdf',
			bytes: Buffer.from('%PDF-1.7\n%%EOF')
		};
		const file = await evidence.stage(desk, sent);
		await answered.answerProofRequest(desk, token, record, [file]);
		await expect(answered.answerProofRequest(desk, token, record)).rejects.toMatchObject({
			reason: 'proof_request_answered'
		});
		const [told] = await mailTo('fons@example.org', 'Prijzenpot');
		expect(told).toContain('de toestemming zat vast aan iets anders');
		const { proof_request } = await followed.open(desk, lodged.follow_code);
		expect(proof_request).toMatchObject({
			status: 'answered',
			is_content_ok: false,
			flaws: ['not_separate'],
			answer: { asked_by: 'Prijzenpot' },
			files: [{ name: 'Formulier.pdf', media_type: 'application/pdf' }]
		});
		const { proof_file_id } = proof_request!.files[0]!;
		const got = await proofFiles.readFollowed(desk, lodged.follow_code, proof_file_id);
		expect(Buffer.from(got.bytes).toString()).toContain('%PDF');
		const other = await lodge({ ask: 'proof', against: [] });
		await expect(
			proofFiles.readFollowed(desk, other.follow_code, proof_file_id)
		).rejects.toMatchObject({ reason: 'evidence_not_found' });
		const [row] = await desk.backend.sql.query<{ facts: object }>(
			'select facts from hub.reports where reference = $1',
			[filed.reference]
		);
		expect(parseFacts(row!.facts)).toMatchObject({
			proof_content_ok: 'no',
			consent_claimed: 'yes',
			consent_separate: 'no'
		});

		const [stored] = await desk.backend.sql.query<{ stored_key: string }>(
			'select stored_key from hub.proof_files where proof_file_id = $1',
			[proof_file_id]
		);
		await followed.withdraw(desk, lodged.follow_code);
		await evidence.removeStaged(desk);
		expect(await desk.evidence.get(stored!.stored_key)).toBeNull();
	});

	test('a reference alone ties nothing to a report', async () => {
		const filed = await reports.file(desk, submission({}), { origin: 'form' });
		const lodged = await lodge({ report_link: `${filed.reference}.${'0'.repeat(32)}` });
		const { objection } = await followed.open(desk, lodged.follow_code);
		expect(objection!.report_reference).toBeNull();
	});

	test('a later report by the same person is tested against the objection, with consent only', async () => {
		await lodge({ email: 'niet@example.org' });
		const lodged = await lodge({
			email: 'gerda@example.org',
			may_test_later_reports: true,
			against: ['phone']
		});
		await readMail(desk);
		const file = (fields: object, now = new Date(start.getTime() + 40 * day)) =>
			reports.file(
				{ ...desk, now: () => now },
				submission({ organisation_name: 'Stroomwijs', contact_when: 'now', ...fields }),
				{ origin: 'form' }
			);
		expect((await file({ email: 'niet@example.org' })).objection).toBeNull();
		expect((await file({ email: 'gerda@example.org', channel: 'door' })).objection).toBeNull();
		const other = await file({ email: 'gerda@example.org', organisation_name: 'Zonnekade' });
		expect(other.objection).toBeNull();
		const filed = await file({ email: 'Gerda@example.org' });
		expect(filed.objection?.reference).toBe(lodged.objection!.reference);
		expect(filed.findings.map(({ rule_id }) => rule_id)).toContain('ctm-object-4w');
		const { objection } = await followed.open(desk, lodged.follow_code);
		expect(objection!.status).toBe('ignored');

		await followed.withdraw(desk, lodged.follow_code);
		expect((await file({ email: 'gerda@example.org' })).objection).toBeNull();
		const erased = await followed.open(desk, lodged.follow_code);
		expect(erased).toMatchObject({ shared: null, objection: { status: 'closed' } });
	});

	test('mail that nobody takes becomes a letter, and who objected is told', async () => {
		const lodged = await lodge({ email: 'hans@example.org' });
		await desk.backend.sql.query(
			`update hub.outbox set given_up_at = now(), failure = 'EENVELOPE 550'
			where event_key = (select 'pass_on:objection:' || objection_id from hub.objections where reference = $1)`,
			[lodged.objection!.reference]
		);
		expect(await mailTo('hans@example.org', 'kwam niet aan')).toHaveLength(1);
		const { objection } = await followed.open(desk, lodged.follow_code);
		expect(objection).toMatchObject({ status: 'lodged', is_sent_by_desk: false });
	});

	test('the proof is a PDF with a title, a language, tags and text that can be read out', async () => {
		const lodged = await lodge({
			ask: 'both',
			name: 'Łucja Żółć',
			organisation_name: 'Stroomwijs'
		});
		await readMail(desk);
		const pdf = await writeProof(
			await followed.open(desk, lodged.follow_code),
			await loadObjectionTerms(desk),
			new Date('2026-07-02T17:05:00Z'),
			'nl'
		);
		const source = pdf.toString('latin1');
		expect(source.startsWith('%PDF-1.7')).toBe(true);
		expect(source).toMatch(/\/Lang \(nl-NL\)/);
		expect(source).toContain('/StructTreeRoot');
		expect(source).toContain('/Marked true');
		const text = readPdf(pdf);
		expect(text).toContain(lodged.objection!.reference);
		expect(text).toContain(lodged.proof_request!.reference);
		expect(text).toContain('Stroomwijs');
		expect(text).toContain('Lucja Zólc');
		expect(text).toContain('28 dagen, Code Telemarketing');
		expect(text).toContain('Gemaakt op donderdag 2 juli 2026 om 19:05');
		expect(text).not.toContain('?');
	});

	test('who objected is erased a year after lodging when the letter was never sent', async () => {
		const lodged = await lodge({
			ask: 'both',
			organisation_name: 'Zonnekade',
			email: 'vergeten@example.org'
		});
		await after(364);
		expect((await followed.open(desk, lodged.follow_code)).shared).not.toBeNull();
		await after(367);
		const { shared, objection } = await followed.open(desk, lodged.follow_code);
		expect([shared, objection?.status]).toEqual([null, 'lodged']);
		const left = await desk.backend.sql.query(
			`select from hub.proof_request_people join hub.proof_requests using (proof_request_id)
			where reference like '%' || substr($1, 3)`,
			[lodged.objection!.reference]
		);
		expect(left).toHaveLength(0);
	});
});

/** The words of a mail as it went over the wire, without soft line ends. */
function readable(mail: string): string {
	return Buffer.from(
		mail
			.replaceAll('=\r\n', '')
			.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
		'latin1'
	).toString('utf8');
}
