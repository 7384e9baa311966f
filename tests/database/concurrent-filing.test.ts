import { createHash, randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../src/lib/server/db/client.ts';
import type { Desk } from '../../src/lib/server/desk.ts';
import { createDatabase } from '../support/databases.ts';
import { openTestDesk, signIn } from '../support/desk.ts';

const writers = 8;
const filingsEach = 60;

describe('on PostgreSQL', () => {
	const moderator = randomUUID();
	let sql: postgres.Sql;

	beforeAll(async () => {
		sql = postgres(await createDatabase(), { max: writers + 12, onnotice: () => {} });
		await sql`
			insert into hub.organisations (name, slug, sector)
			select 'Organisation ' || chr(64 + each), 'organisation-' || each, 'energy'
			from generate_series(1, 3) as each`;
		await sql`insert into auth.users (id, email) values (${moderator}, 'moderator@example.org')`;
		await sql`insert into hub.memberships (user_id, role) values (${moderator}, 'moderator')`;
	});
	afterAll(() => sql.end());

	test('many who file at once, while reports are moderated and counts folded and rebuilt, lose nothing', async () => {
		const organisations = await sql`select organisation_id from hub.organisations order by slug`;
		let isFiling = true;
		const refusals: string[] = [];

		const filing = Promise.all(
			numbersTo(writers).map(async (writer) => {
				for (const each of numbersTo(filingsEach)) {
					await file(sql, `${writer}-${each}`, {
						organisation_id: organisations[each % 4]?.organisation_id ?? null,
						caller_number: `+3161234567${each % 3}`,
						number_type: 'MOBILE',
						number_country: 'NL',
						postcode4: 1012 + (each % 5) * 1000,
						is_held: each % 10 === 0,
						// Of an hour that is not over: while the desk tells by the hour its change waits.
						...(each % 3 === 0 && { filed_at: '2099-06-15T12:00:00Z' }),
						follow_code_hash: digest(`follow ${writer}-${each}`),
						...(each % 2 && { email_encrypted: 'ff', key_id: 'test' }),
						contacts: [
							{ contact_at: `2026-06-15T0${each % 9}:00:00Z`, is_time_known: each % 7 > 0 }
						],
						categories: [
							each % 2
								? { code: 'pushiness', source: 'reporter', sub_category: 'AAN-T1' }
								: { code: 'misleading', source: 'reporter' },
							{ code: 'unwanted_contact', source: 'suggested', score: 0.5 }
						]
					});
				}
			})
		).finally(() => (isFiling = false));
		const whileFiling = async (work: () => Promise<unknown>) => {
			while (isFiling) await work();
		};
		const followed = `follow_code_hash is not null and state not in ('withdrawn', 'anonymised')`;
		const act = (call: string, pick: string) => async () => {
			try {
				await sql.begin(async (inside) => {
					await inside`select set_config('request.jwt.claim.sub', ${moderator}, true)`;
					await inside.unsafe(
						`select ${call} from (
							select reference, encode(follow_code_hash, 'hex') as code from hub.reports
							where ${pick} order by random() limit 1) as picked`
					);
				});
			} catch (error) {
				// Somebody else was first with this report, or it is there already: a rule, not a fault.
				if (!(error as { code: string }).code.startsWith('GH')) throw error;
				refusals.push((error as Error).message);
			}
		};
		await Promise.all([
			filing,
			whileFiling(() => sql`select public.fold_report_counts(50)`),
			whileFiling(() => sql`select public.rebuild_report_counts(), pg_sleep(0.2)`),
			whileFiling(async () => {
				await sql`update hub.clocks set amount = 60 - amount where code = 'told_to_organisation'`;
				await sql`select pg_sleep(0.1)`;
			}),
			whileFiling(act(`public.hold_report(reference, 'a flood')`, 'true')),
			whileFiling(act(`public.release_report(reference, 'no flood')`, `state = 'held'`)),
			whileFiling(
				act(`public.recategorise_report(reference, array['improper_conduct'], 'rude')`, 'true')
			),
			whileFiling(
				act(
					`public.attribute_report(reference, (select organisation_id from hub.organisations order by random() limit 1), 'heard')`,
					'true'
				)
			),
			whileFiling(
				act(
					`public.redirect_report(code, (select organisation_id from hub.organisations order by random() limit 1), null)`,
					`state in ('open', 'unattributed')`
				)
			),
			whileFiling(act(`public.withdraw_report(code, 'a mistake')`, followed)),
			whileFiling(act(`public.delete_followed_report(code)`, followed)),
			whileFiling(act(`public.make_report_anonymous(code)`, followed)),
			whileFiling(
				act(
					`public.add_contact_to_report(code, timestamptz '2026-06-14' + random() * interval '30 hours', true)`,
					followed
				)
			)
		]);

		const [total] = await sql`
			select (select count(*)::int from hub.reports) as reports,
				(select count(*)::int from hub.report_events where event = 'filed') as filed,
				(select count(*)::int from hub.report_events where actor_role = 'moderator') as acts,
				(select count(*)::int from hub.reports where state = 'anonymised') as erased,
				(select count(*)::int from hub.report_events where event in ('redirected', 'withdrawn')) as taken_back,
				(select count(*)::int from hub.reports where is_counted) as counted`;
		expect(total).toMatchObject({ reports: writers * filingsEach, filed: writers * filingsEach });
		expect(total!.acts).toBeGreaterThan(20);
		expect(total!.erased).toBeGreaterThan(5);
		expect(total!.taken_back).toBeGreaterThan(20);
		expect(await sql`select * from public.verify_report_counts()`).toEqual([]);
		const foldAll = async () => {
			while ((await sql`select public.fold_report_counts() as folded`)[0]!.folded > 0);
			expect(await sql`select * from public.verify_report_counts()`).toEqual([]);
		};
		await foldAll();
		const [waiting] = await sql`
			select (select count(*)::int from hub.report_count_changes) as reports,
				(select count(*)::int from hub.facet_changes) as facets`;
		expect(waiting!.reports).toBeGreaterThan(0);
		expect(waiting!.facets).toBeGreaterThan(0);
		expect(
			await sql`select from hub.report_counts_by_period where report_count < 0`,
			'nothing left before it came'
		).toEqual([]);
		// The hour is over.
		await sql`update hub.report_count_changes set shown_from = now()`;
		await sql`update hub.facet_changes set shown_from = now()`;
		await foldAll();
		const [counted] = await sql`
			select sum(report_count)::int as reports from hub.report_counts_by_period where cuboid = 0 and grain = 'month'`;
		expect(counted!.reports).toBe(total!.counted);
		const [known] = await sql`
			select sum(each)::int as reports from hub.facet_counts, unnest(counts) as each
			where facet = 'verification' and cuboid = 0`;
		expect(known!.reports).toBe(total!.counted);
	});

	test('one filing sent several times at once becomes one report, with one receipt for all', async () => {
		for (const round of numbersTo(20)) {
			const receipts = await Promise.all(
				numbersTo(writers).map(() =>
					file(sql, `again-${round}`, { follow_code_hash: digest(`follow ${round}`) })
				)
			);
			expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(1);
			expect(receipts.filter(({ is_repeated }) => !is_repeated)).toHaveLength(1);
		}
		expect(await sql`select * from public.verify_report_counts()`).toEqual([]);
	});
});

describe('embedded, where all requests share one connection', () => {
	const organisation = '00000000-0000-4000-8000-000000000001';
	let desk: Desk;
	let committee: Client;
	let member: Client;

	beforeAll(async () => {
		desk = await openTestDesk('embedded');
		await desk.backend.sql.query(
			"insert into hub.organisations (organisation_id, name, slug) values ($1, 'Eneco', 'eneco')",
			[organisation]
		);
		committee = await signIn(desk, 'committee@example.org', 'committee');
		member = await signIn(desk, 'member@example.org', 'organisation_member', organisation);
	});
	afterAll(() => desk.close());

	test('requests in parallel keep each to their own role', async () => {
		const filed = await service(1, organisation);
		const fromMember = [filed.data!.reference];
		for (const round of numbersTo(4)) {
			const answers = await Promise.all(
				numbersTo(4).map(async (each) => ({
					filed: service(round * 10 + each, null),
					anonymous: desk.anonymous.rpc('list_reports'),
					member: member.rpc('export_own_reports', { organisation, asked: {}, most: 200 }),
					committee: committee.rpc('list_reports', { most: 200 }),
					statements: desk.backend.sql.query('select current_user as speaker')
				}))
			);
			for (const answer of answers) {
				expect((await answer.filed).error).toBeNull();
				expect((await answer.anonymous).error?.code).toBe('42501');
				const own = (await answer.member).data as { reference: string }[];
				expect(own.map(({ reference }) => reference)).toEqual(fromMember);
				expect((await answer.committee).data!.length).toBeGreaterThan((round - 1) * 4);
				expect(await answer.statements).not.toContainEqual({ speaker: 'service_role' });
			}
		}
		const { data } = await committee.rpc('list_reports', { most: 200 });
		expect(data).toHaveLength(17);
	});

	async function service(
		key: number,
		organisation_id: string | null
	): Promise<{ data: { reference: string } | null; error: unknown }> {
		const answer = await desk.service.rpc('file_report', {
			submission: submissionOf(`parallel-${key}`, { organisation_id })
		});
		return answer as { data: { reference: string } | null; error: unknown };
	}
});

async function file(sql: postgres.Sql, key: string, fields: Record<string, unknown>) {
	const [row] = await sql<{ receipt: { reference: string; is_repeated: boolean } }[]>`
		select public.file_report(${sql.json(submissionOf(key, fields) as postgres.JSONValue)}) as receipt`;
	return row!.receipt;
}

function submissionOf(key: string, fields: Record<string, unknown>) {
	return {
		client_key: digest(key),
		submission_digest: digest(`${key} content`),
		kind: 'complaint',
		channel: 'phone',
		narrative: 'Again!',
		filed_at: '2026-06-15T12:00:00Z',
		contacts: [{ contact_at: '2026-06-15T11:00:00Z', is_time_known: true }],
		...fields
	};
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const numbersTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1);
