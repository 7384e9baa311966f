import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerReasons, answerTypes } from '../../src/lib/domain/report/answers.ts';
import { reportEvents } from '../../src/lib/domain/report/events.ts';
import { givenVerdict, reporterMessage } from '../../src/lib/domain/report/reporter-acts.ts';
import { reportStates } from '../../src/lib/domain/report/states.ts';
import * as answers from '../../src/lib/server/reports/answers.ts';
import type { Client } from '../../src/lib/server/db/client.ts';
import type { Desk } from '../../src/lib/server/desk.ts';
import * as emailProofs from '../../src/lib/server/following/email-proofs.ts';
import * as followedReports from '../../src/lib/server/following/followed-reports.ts';
import * as ownData from '../../src/lib/server/following/own-data.ts';
import * as reporterActs from '../../src/lib/server/following/reporter-acts.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import { backendNames, openTestDesk, readMail, signIn, submission } from '../support/desk.ts';

const eneco = '00000000-0000-4000-8000-000000000001';

describe.each(backendNames)('%s', (backend) => {
	let desk: Desk;
	let member: Client;

	beforeAll(async () => {
		desk = await openTestDesk(backend);
		await desk.backend.sql.query(
			`insert into hub.organisations (organisation_id, name, slug, sector)
			values ($1, 'Eneco', 'eneco', 'energy'), (gen_random_uuid(), 'Ziggo', 'ziggo', 'telecom')`,
			[eneco]
		);
		member = await signIn(desk, 'member@eneco.example', 'organisation_member', eneco);
	});
	afterAll(() => desk.close());

	const file = (fields: Record<string, unknown> = {}, follows?: string) =>
		reports.file(desk, submission({ organisation_id: eneco, ...fields }), {
			origin: 'form',
			...(follows && { follows })
		});
	const mailTo = async (address: string) =>
		(await readMail(desk)).filter((mail) => mail.includes(`To: ${address}`));
	const digitsIn = (mail = '') => /^(\d{6})\r?$/m.exec(mail)?.[1] ?? '';
	/** A report whose address was proven, and its follow code. */
	const fileProven = async (email: string, fields: Record<string, unknown> = {}) => {
		const { follow_code, reference } = await file({ email, ...fields });
		await emailProofs.sendCode(desk, follow_code);
		const code = digitsIn((await mailTo(email)).at(-1));
		expect(await emailProofs.enterCode(desk, follow_code, code)).toBe('proven');
		return { follow_code, reference };
	};

	test('the reasons of the domain are those of the database, in the same order', async () => {
		const rows = await desk.backend.sql.query<{ answer_type: string; codes: string[] }>(
			`select answer_type::text, array_agg(code order by position) as codes
			from hub.answer_reasons group by answer_type order by answer_reasons.answer_type`
		);
		expect(rows).toEqual(
			answerTypes.map((type) => ({ answer_type: type, codes: answerReasons[type] }))
		);
	});

	test('an answer is told, judged and followed by another one', async () => {
		const { follow_code, reference } = await fileProven('judge@example.org', { locale: 'en' });
		await answers.answer(desk, member, reference, {
			answer_type: 'accepted',
			reason: 'apology',
			text: 'We are sorry. Call us on 0612345678.'
		});
		expect((await mailTo('judge@example.org')).at(-1)).toContain(
			`Subject: There is an answer to your report ${reference}`
		);
		const answered = await followedReports.open(desk, follow_code);
		expect(answered).toMatchObject({ status: 'answered', is_organisation_here: true });
		expect(answered.answers[0]).toMatchObject({ organisation_name: 'Eneco', reason: 'apology' });
		expect(answered.answers[0]!.text).not.toContain('0612345678');

		const verdict = { verdict: 'not_solved', text: 'Mail me at a@b.example', reopen: true };
		await reporterActs.giveVerdict(desk, follow_code, givenVerdict.parse(verdict));
		const reopened = await followedReports.open(desk, follow_code);
		expect(reopened).toMatchObject({ status: 'reopened' });
		expect(reopened.answer_by).not.toBeNull();
		expect(reopened.answers[0]!.verdict_text).not.toContain('a@b.example');
		expect((await mailTo('member@eneco.example')).at(-1)).toContain(reference);

		await answers.answer(desk, member, reference, {
			answer_type: 'accepted',
			reason: 'refund',
			text: 'You get your money back.',
			has_promise: true
		});
		await reporterActs.giveVerdict(desk, follow_code, givenVerdict.parse({ verdict: 'solved' }));
		expect(await followedReports.open(desk, follow_code)).toMatchObject({
			status: 'closed',
			outcome: 'solved'
		});
	});

	test('messages go both ways without personal data, and an unproven address is not mailed', async () => {
		const { follow_code, reference } = await file({ email: 'quiet@example.org' });
		const message = reporterMessage.parse({ to: 'organisation', text: 'Bel 0612345678.' });
		await reporterActs.sendMessage(desk, follow_code, message);
		expect((await mailTo('member@eneco.example')).at(-1)).toContain(reference);
		await answers.sendMessage(desk, member, reference, 'Dag, wij bellen niet.');
		await answers.markMessagesRead(member, reference);
		const { messages } = await followedReports.open(desk, follow_code);
		expect(messages.map(({ sender }) => sender)).toEqual(['reporter', 'organisation_member']);
		expect(messages[0]!.text).toBe('Bel [telefoonnummer].');
		expect(messages[0]!.read_at).not.toBeNull();
		expect(messages[1]!.read_at).toBeNull();
		await reporterActs.markMessagesRead(desk, follow_code);
		expect((await followedReports.open(desk, follow_code)).messages[1]!.read_at).not.toBeNull();
		expect(await mailTo('quiet@example.org')).toHaveLength(1);
	});

	test('a proven address gets a link that opens the report once', async () => {
		const { reference } = await fileProven('links@example.org');
		await file({ email: 'links@example.org' });
		await emailProofs.sendLinks(desk, 'links@example.org');
		await emailProofs.sendLinks(desk, 'links@example.org');
		await emailProofs.sendLinks(desk, 'nobody@example.org');
		expect(await mailTo('nobody@example.org')).toEqual([]);
		const mails = (await mailTo('links@example.org')).filter((mail) =>
			mail.includes('/volgen/link/')
		);
		expect(mails).toHaveLength(1);
		const tokens = [...mails[0]!.matchAll(/\/volgen\/link\/([\w-]{32})/g)].map(
			([, token]) => token!
		);
		expect(new Set(tokens).size).toBe(1);
		const pass = await emailProofs.useLink(desk, tokens[0]!);
		expect(await followedReports.open(desk, pass!)).toMatchObject({ reference });
		expect(await emailProofs.useLink(desk, tokens[0]!)).toBeNull();
		expect(await emailProofs.useLink(desk, 'nonsense')).toBeNull();
		// The hash that the database keeps is no code, and a pass that was changed is none either.
		for (const forged of [`~${pass!.slice(1, 44)}.${'A'.repeat(22)}`, pass!.slice(1), `${pass}x`]) {
			await expect(followedReports.open(desk, forged)).rejects.toMatchObject({
				reason: 'follow_code_unknown'
			});
		}
	});

	test('a wrong code proves nothing, and the code is in the database in no readable form', async () => {
		const { follow_code } = await file({ email: 'guess@example.org' });
		await emailProofs.sendCode(desk, follow_code);
		await expect(emailProofs.sendCode(desk, follow_code)).rejects.toMatchObject({
			reason: 'codes_too_many'
		});
		const digits = digitsIn((await mailTo('guess@example.org')).at(-1));
		const other = digits === '000000' ? '000001' : '000000';
		expect(await emailProofs.enterCode(desk, follow_code, other)).toBe('wrong');
		expect((await followedReports.open(desk, follow_code)).email).toBe('code_sent');
		const [row] = await desk.backend.sql.query<{ kept: string }>(
			'select row_to_json(email_proofs)::text as kept from hub.email_proofs'
		);
		expect(row!.kept).not.toContain(digits);
	});

	test('data are taken along readable, and what is made anonymous or erased is gone', async () => {
		const narrative = 'Mijn nummer is 0612345678.';
		const { follow_code, reference } = await file({ email: 'mine@example.org', narrative });
		expect(await ownData.take(desk, follow_code)).toMatchObject({
			report: { reference },
			email: 'mine@example.org',
			narrative_before_masking: narrative
		});
		await reporterActs.makeAnonymous(desk, follow_code);
		expect(await ownData.take(desk, follow_code)).toMatchObject({ email: null });
		await reporterActs.deleteData(desk, follow_code);
		await expect(ownData.take(desk, follow_code)).rejects.toMatchObject({
			reason: 'follow_code_unknown'
		});
	});

	test('a report goes to the organisation that the reporter names, and a next one follows it', async () => {
		const { follow_code, reference } = await file();
		await reporterActs.redirect(desk, follow_code, {
			organisation_id: null,
			organisation_name: 'Ziggo'
		});
		expect(await followedReports.open(desk, follow_code)).toMatchObject({
			organisation_name: 'Ziggo',
			status: 'open'
		});
		await expect(answers.sendMessage(desk, member, reference, 'Hello')).rejects.toMatchObject({
			reason: 'report_not_found'
		});
		const next = await file({}, follow_code);
		expect((await followedReports.open(desk, next.follow_code)).follows).toBe(reference);
	});

	test('every event that a function of the database writes has a word in the domain', async () => {
		const rows = await desk.backend.sql.query<{ body: string }>(
			`select coalesce(prosrc, '') || coalesce(pg_get_function_sqlbody(pg_proc.oid), '') as body
			from pg_proc where pronamespace in ('hub'::regnamespace, 'public'::regnamespace)
				and (prosrc like '%report_events%' or prosrc like '%\\_event(%' or prosrc like '%end_act(%'
					or prosrc like '%move_by_clock(%' or prosrc like '%anonymise_report(%')`
		);
		const written = new Set(rows.flatMap(({ body }) => eventsIn(body)));
		expect(
			[...written].filter((event) => !(reportEvents as readonly string[]).includes(event))
		).toEqual([]);
		for (const event of ['answered', 'redirected', 'promise_broken', 'narrative_erased']) {
			expect([...written]).toContain(event);
		}
	});
});

/** The names of events in the body of a function: where it inserts one, or has one inserted. */
function eventsIn(body: string): string[] {
	const places = [
		/insert into hub\.report_events[\s\S]*?values \([^;]*;/g,
		/(?:add_(?:system|reporter)_event|end_act|move_by_clock|anonymise_report)\([^;]*;/g
	];
	const plain = withoutDetails(body);
	const written = places.flatMap((place) => plain.match(place) ?? []);
	return written
		.flatMap((text) => text.match(/'[a-z]+(?:_[a-z]+)*'/g) ?? [])
		.map((quoted) => quoted.slice(1, -1))
		.filter((word) => !isNoEvent.has(word));
}

/** What details are called is no event. */
function withoutDetails(body: string): string {
	const start = body.indexOf('jsonb_build_object(');
	if (start < 0) return body;
	let end = body.indexOf('(', start) + 1;
	for (let depth = 1; depth > 0 && end < body.length; end++) {
		depth += body[end] === '(' ? 1 : body[end] === ')' ? -1 : 0;
	}
	return body.slice(0, start) + withoutDetails(body.slice(end));
}

/** Other words that stand there: states, roles and outcomes. */
const isNoEvent = new Set<string>(
	[
		...reportStates,
		'reporter',
		'system',
		'staff',
		'organisation_member',
		'unanswered',
		'no_verdict',
		'not_ours'
	].filter((word) => !(reportEvents as readonly string[]).includes(word))
);
