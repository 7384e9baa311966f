import { followCodeOf, hashOfFollowCode } from '../crypto/follow-code.ts';
import type { Desk } from '../desk.ts';
import { inventAnswers, type Unanswered } from './invent-answers.ts';

/** Has the invented organisations answer, and the reporters judge. */
export async function fillAnswers(desk: Desk, seed: number): Promise<void> {
	const { sql } = desk.backend;
	const unanswered = await sql.query<Unanswered>(
		`select reference, to_char(filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as filed_at
		from hub.reports where origin = 'demo' and state = 'open'
			and not exists (select from hub.report_answers where report_answers.report_id = reports.report_id)
		order by report_id`
	);
	const answers = inventAnswers(seed, unanswered, desk.now());
	await sql.transaction(async (inside) => {
		const values = [JSON.stringify(answers)];
		for (const statement of statements) await inside.query(statement, values);
	});
}

const given = 'jsonb_array_elements($1::text::jsonb) as answer';
const answered = `${given} join hub.reports on reports.reference = answer ->> 'reference'
	join hub.report_answers using (report_id)`;

const statements = [
	`select hub.record_answer(reports, jsonb_populate_record(null::hub.report_answers, answer - 'verdict' - 'verdict_at'))
	from ${given} join hub.reports on reports.reference = answer ->> 'reference'`,
	`update hub.report_answers set verdict = judged.verdict, verdict_at = judged.verdict_at
	from (select answer_id, answer ->> 'verdict' as verdict, (answer ->> 'verdict_at')::timestamptz as verdict_at
		from ${answered}) as judged
	where judged.answer_id = report_answers.answer_id and judged.verdict is not null`,
	`insert into hub.report_events (report_id, event, from_state, to_state, actor_role, details, occurred_at)
	select report_id, case when verdict is null then 'closed' else 'verdict_given' end, state, 'closed',
		case when verdict is null then 'system' else 'reporter' end,
		case when verdict is null then '{}' else jsonb_build_object('verdict', verdict) end,
		coalesce(report_answers.verdict_at, hub.due_at('verdict_window', answered_at))
	from ${answered} where state = 'answered' and (verdict is not null or (answer ->> 'is_over')::boolean)`,
	`update hub.reports set state = 'closed', outcome = coalesce(closed.verdict, 'no_verdict')::hub.report_outcome
	from (select report_id, verdict from ${answered}
		where state = 'answered' and (verdict is not null or (answer ->> 'is_over')::boolean)) as closed
	where closed.report_id = reports.report_id`
];

/** A follow code for one report of the demo that waits for its verdict, so that it can be looked at. */
export async function demoFollowCode({ backend, secrets }: Desk): Promise<string> {
	const code = followCodeOf(secrets.hash_key, 'demo');
	await backend.sql.query(
		`update hub.reports set follow_code_hash = decode($1, 'hex')
		where report_id = (select max(report_id) from hub.reports where origin = 'demo' and state = 'answered')
			and not exists (select from hub.reports where follow_code_hash = decode($1, 'hex'))`,
		[hashOfFollowCode(secrets.hash_key, code)]
	);
	return code;
}
