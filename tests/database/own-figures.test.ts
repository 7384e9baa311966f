import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenVerdict, redirection } from '../../src/lib/domain/report/reporter-acts.ts';
import type { Client } from '../../src/lib/server/db/client.ts';
import type { Desk } from '../../src/lib/server/desk.ts';
import { judgeContest } from '../../src/lib/server/reports/committee.ts';
import * as followedReports from '../../src/lib/server/following/followed-reports.ts';
import * as reporterActs from '../../src/lib/server/following/reporter-acts.ts';
import * as merging from '../../src/lib/server/organisations/merging.ts';
import * as answers from '../../src/lib/server/reports/answers.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import * as ownFigures from '../../src/lib/server/trends/own-figures.ts';
import { backendNames, openTestDesk, signIn, submission } from '../support/desk.ts';

const stroomwijs = '00000000-0000-4000-8000-000000000001';
const telvast = '00000000-0000-4000-8000-000000000002';
const belbureau = '00000000-0000-4000-8000-000000000003';
const double = '00000000-0000-4000-8000-000000000004';

/** Longer ago than a term to answer lasts, so that silence counts. */
const daysAgo = 40;

/*
 * The figures of an organisation are read from counts that follow every act. Here the same figures are
 * reckoned from its reports, one by one, and after each act both must be equal, folded in or not.
 */
describe.each(backendNames)('%s', (backend) => {
	let desk: Desk;
	let member: Client;
	let committee: Client;
	let caller: Client;
	const codes: Record<string, { reference: string; follow_code: string }> = {};

	beforeAll(async () => {
		desk = await openTestDesk(backend);
		const { sql } = desk.backend;
		await sql.query(
			`insert into hub.organisations (organisation_id, name, slug, sector)
			values ($1, 'Stroomwijs', 'stroomwijs', 'energy'), ($2, 'Telvast', 'telvast', 'telecom'),
				($3, 'Belbureau', 'belbureau', 'telecom'), ($4, 'Stroomwijs Verkoop', 'stroomwijs-verkoop', 'energy')`,
			[stroomwijs, telvast, belbureau, double]
		);
		// Until some day within the reports: the campaign ends between them.
		await sql.query(
			`insert into hub.number_registrations (organisation_id, first_number, last_number, valid_from, valid_until, campaign, contact_centre_id)
			values ($1, '+31851234560', '+31851234563', '2020-01-01', null, 'Zomeractie', $2),
				($1, '+31851234564', '+31851234569', '2020-01-01', current_date - 30, 'Winteractie', null)`,
			[stroomwijs, belbureau]
		);
		await sql.query(
			`insert into hub.chain_links (worker_id, client_id, role, valid_from, state, proposed_by_organisation_id, decided_at)
			select $1, $2, role, '2020-01-01', 'confirmed', $1, now()
			from unnest(array['contact_centre', 'lead_supplier']) as role`,
			[belbureau, stroomwijs]
		);
		member = await signIn(desk, 'member@stroomwijs.example', 'organisation_member', stroomwijs);
		caller = await signIn(desk, 'caller@belbureau.example', 'organisation_member', belbureau);
		committee = await signIn(desk, 'chair@committee.example', 'committee');
	});
	afterAll(() => desk.close());

	const file = async (name: string, ago: number, fields: Record<string, unknown> = {}) => {
		const now = () => new Date(Date.now() - ago * 86_400_000);
		codes[name] = await reports.file(
			{ ...desk, now },
			submission({ organisation_id: stroomwijs, ...fields }),
			{ origin: 'form' }
		);
	};
	const answer = (
		name: string,
		answer_type: 'accepted' | 'rejected' | 'not_ours',
		reason: string
	) =>
		answers.answer(desk, member, codes[name]!.reference, { answer_type, reason, text: 'Sorry.' });
	const judge = (name: string, verdict: 'solved' | 'not_solved', reopen = false) =>
		reporterActs.giveVerdict(
			desk,
			codes[name]!.follow_code,
			givenVerdict.parse({ verdict, reopen, text: 'Nee.' })
		);
	const moderate = async (name: string, call: string) => {
		const { error } = await committee.rpc(
			call as 'hold_report',
			{ reference: codes[name]!.reference, reason: 'Reason' } as never
		);
		expect(error).toBeNull();
	};
	const attribute = async (name: string, organisation_id: string | null) => {
		const { reference } = codes[name]!;
		const { error } = await committee.rpc('attribute_report', {
			reference,
			organisation_id: organisation_id as string,
			reason: 'Reason'
		});
		expect(error).toBeNull();
	};

	const acts: [string, () => Promise<unknown>][] = [
		[
			'filing',
			async () => {
				await file('quick', daysAgo, { caller_number: '085 123 4561' });
				await file('slow', daysAgo - 3, { caller_number: '085 123 4565' });
				await file('silent', daysAgo, { caller_number: '085 123 4561' });
				await file('late campaign', 5, { caller_number: '085 123 4565' });
				await file('fresh', 0, { caller_number: '085 123 4561' });
				await file('nameless', daysAgo, { organisation_id: undefined });
				await file('named', 20, { organisation_name: 'Belbureau' });
				await file('twice', 12, { caller_number: '085 123 4562' });
				await file('erased', 12, { caller_number: '06 1234 5678' });
				await file('praise', 12, { kind: 'compliment', channel: 'door' });
				await file('theirs', 12, { organisation_id: telvast });
				await file('doubled', 12, { organisation_id: double, caller_number: '085 123 4563' });
			}
		],
		['answering', () => answer('quick', 'accepted', 'apology')],
		['judging', () => judge('quick', 'solved')],
		['rejecting', () => answer('slow', 'rejected', 'did_not_happen')],
		['reopening', () => judge('slow', 'not_solved', true)],
		['answering anew', () => answer('slow', 'accepted', 'refund')],
		['saying that the number was misused', () => answer('twice', 'not_ours', 'number_misused')],
		['saying it is of another', () => answer('late campaign', 'not_ours', 'unknown_party')],
		[
			'letting a contested report stand',
			() => judgeContest(committee, codes['late campaign']!.reference, 'stands', 'It is theirs')
		],
		['contesting it again', () => answer('late campaign', 'not_ours', 'unknown_party')],
		[
			'finding the organisation right',
			() => judgeContest(committee, codes['late campaign']!.reference, 'unfounded', 'It is not')
		],
		['taking a misused number further', () => attribute('twice', null)],
		['holding', () => moderate('fresh', 'hold_report')],
		['releasing', () => moderate('fresh', 'release_report')],
		['attributing', () => attribute('nameless', stroomwijs)],
		['attributing to another', () => attribute('silent', telvast)],
		[
			'redirecting',
			() =>
				reporterActs.redirect(
					desk,
					codes.theirs!.follow_code,
					redirection.parse({ organisation_id: stroomwijs })
				)
		],
		['withdrawing', () => followedReports.withdraw(desk, codes.praise!.follow_code, null)],
		['erasing', () => reporterActs.deleteData(desk, codes.erased!.follow_code)],
		['becoming anonymous', () => reporterActs.makeAnonymous(desk, codes.quick!.follow_code)],
		...(['unfounded', 'spoofed', 'wrong_organisation'] as const).map(
			(outcome): [string, () => Promise<void>] => [
				`closing as ${outcome}`,
				() => close(codes[outcome === 'unfounded' ? 'slow' : 'late campaign']!.reference, outcome)
			]
		),
		[
			'merging',
			() => merging.merge(committee, { survivor_id: stroomwijs, merged_id: double, reason: 'Same' })
		],
		[
			'undoing the merge',
			async () => {
				const [{ merge_id } = { merge_id: 0 }] = await desk.backend.sql.query<{ merge_id: number }>(
					'select merge_id::int from hub.organisation_merges'
				);
				await merging.undo(committee, merge_id, 'Not the same');
			}
		]
	];

	/** No act does this yet: as one would, counted out before and in after. */
	const close = (reference: string, outcome: string) =>
		desk.backend.sql.transaction(async (inside) => {
			const count = (weight: number) =>
				inside.query(
					'select hub.count_report(report_id, $2::smallint) from hub.reports where reference = $1',
					[reference, weight]
				);
			await count(-1);
			await inside.query('alter table hub.reports disable trigger user');
			await inside.query('alter table hub.reports enable trigger recount_facets');
			await inside.query(
				`update hub.reports set state = 'closed', outcome = $2::hub.report_outcome where reference = $1`,
				[reference, outcome]
			);
			await inside.query('set constraints all immediate');
			await inside.query('alter table hub.reports enable trigger user');
			await count(1);
		});

	test.each(acts)('after %s the figures are those of the reports', async (_, act) => {
		await act();
		await expectFiguresOfReports();
		// Every other time only: what was folded in and what was not must add up too.
		if (acts.findIndex(([, each]) => each === act) % 2) {
			await desk.service.rpc('fold_report_counts');
			await expectFiguresOfReports();
		}
	});

	test('counting everything anew changes nothing', async () => {
		const year = { from: '2000-01-01', to: desk.now().toISOString().slice(0, 10) };
		const before = await ownFigures.load(desk, member, stroomwijs, year);
		expect(before.answers.answered).toBeGreaterThan(0);
		expect(before.answers.due).toBeGreaterThan(before.answers.answered);
		expect(before.links[0]).toMatchObject({
			name: 'Belbureau',
			roles: ['contact_centre', 'lead_supplier']
		});
		await desk.service.rpc('rebuild_report_counts');
		expect(await ownFigures.load(desk, member, stroomwijs, year)).toEqual(before);
		await expectFiguresOfReports();
	});

	test('of more numbers than are listed, the ones reported most in the period are', async () => {
		// Many of long ago: reported most of all, but not in the period.
		for (const [day, first, most, each] of [
			['2024-03-10', 1000, 150, 3],
			['2026-03-10', 2000, 60, 2],
			['2026-03-11', 3000, 150, 1]
		] as const) {
			await desk.backend.sql.query(
				`with known as (
					insert into hub.caller_numbers (caller_number, type, country)
					select '+3188000' || n, 'FIXED_LINE', 'NL' from generate_series($1::int, $1::int + $2::int - 1) as n returning caller_number)
				insert into hub.reports (reference, kind, channel, state, sector, organisation_id, organisation_match, caller_number,
					narrative, counted_on, is_counted, origin, filed_at, client_key, submission_digest)
				select '24-' || upper(substr(md5(caller_number || n), 1, 6)), 'complaint', 'phone', 'open', 'energy', $3::uuid, 'exact_name',
					caller_number, 'Again', $4::date, true, 'import', $4::date, sha256(convert_to(caller_number || n, 'UTF8')), sha256('x')
				from known, generate_series(1, $5::int) as n`,
				[first, most, stroomwijs, day, each]
			);
		}
		await desk.service.rpc('rebuild_report_counts');
		const { numbers } = await ownFigures.load(desk, member, stroomwijs, {
			from: '2026-03-10',
			to: '2026-03-11'
		});
		expect(numbers).toHaveLength(50);
		expect(new Set(numbers.map(({ complaints }) => complaints))).toEqual(new Set([2]));
		await expectFiguresOfReports();
	});

	async function expectFiguresOfReports() {
		const { sql } = desk.backend;
		expect(await sql.query('select * from public.verify_report_counts()')).toEqual([]);
		const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
		for (const organisation of [stroomwijs, telvast, double]) {
			// A year, whole months and not, and a few days around the end of a campaign.
			for (const [from, to] of [
				[day(365), day(0)],
				[`${day(70).slice(0, 7)}-01`, day(0)],
				[day(35), day(10)]
			] as const) {
				const [expected = {}] = await sql.query<Record<string, unknown>>(figuresOfReports, [
					organisation,
					from,
					to,
					desk.now().toISOString()
				]);
				const [{ figures } = { figures: {} }] = await sql.query<{
					figures: Record<string, unknown>;
				}>(`select hub.figures_of_answers($1, $2, $3, $4) as figures`, [
					organisation,
					from,
					to,
					desk.now().toISOString()
				]);
				expect(figures, `${organisation} ${from} ${to}`).toEqual(expected.figures);
				if (organisation !== stroomwijs) continue;
				const { campaigns, links, numbers } = await ownFigures.load(desk, member, organisation, {
					from,
					to
				});
				const plain = (rows: { name: string | null; complaints: number }[]) =>
					Object.fromEntries(rows.map(({ name, complaints }) => [name, complaints]));
				expect(plain(campaigns)).toEqual(expected.campaigns);
				expect(plain(links)).toEqual(expected.links);
				// Whoever made contacts for it has the same reports in figures of its own.
				const made = await ownFigures.load(desk, caller, belbureau, { from, to });
				const ours = made.clients.filter(({ name }) => name === 'Stroomwijs');
				expect(ours.map(({ complaints }) => complaints)).toEqual(
					links.filter(({ name }) => name === 'Belbureau').map(({ complaints }) => complaints)
				);
				if (numbers.length < 50) expect(plain(numbers)).toEqual(expected.numbers);
			}
		}
	}
});

/** The same figures, slowly: report by report, with the answers of each looked up. */
const figuresOfReports = `
with own as (
	select * from hub.reports where organisation_id = $1::uuid and is_counted),
asked as (
	select own.*, hub.is_proven_otherwise(reports) as is_proven, clocks.amount as term,
		(own.delivered_at at time zone 'Europe/Amsterdam')::date as on_day
	from own join hub.reports using (report_id), hub.clocks
	where clocks.code = 'organisation_answer' and own.delivered_at is not null and own.kind = 'complaint' and own.origin <> 'import'),
heard as (
	select asked.*, first.answered_at, last.answer_type, last.verdict
	from asked
	left join lateral (select * from hub.report_answers as given where given.report_id = asked.report_id
		and given.organisation_id = $1::uuid and given.answered_at >= asked.delivered_at order by answer_id limit 1) as first on true
	left join lateral (select * from hub.report_answers as given where given.report_id = asked.report_id
		and given.organisation_id = $1::uuid and given.answered_at >= asked.delivered_at order by answer_id desc limit 1) as last on true
	where on_day between $2::date and $3::date),
due as (
	select * from heard
	where (answered_at is not null or on_day + term < ($4::timestamptz at time zone 'Europe/Amsterdam')::date)
		and not (is_proven and outcome in ('spoofed', 'wrong_organisation'))),
counted as (
	select own.*, campaign, makers.name as maker
	from own
	left join hub.number_registrations as registered on registered.organisation_id = $1::uuid and registered.state = 'confirmed'
		and numbers @> substr(own.caller_number, 2)::int8 and period @> own.counted_on
	left join hub.organisations as makers on makers.organisation_id = own.made_by_organisation_id
	where counted_on between $2::date and $3::date)
select jsonb_build_object(
	'due', (select count(*) from due),
	'answered', (select count(*) from due where answered_at is not null),
	'in_time', (select count(*) from due where (answered_at at time zone 'Europe/Amsterdam')::date <= on_day + term),
	'median_hours', (select percentile_cont(0.5) within group (order by floor(extract(epoch from answered_at - delivered_at) / 3600))
		from due where answered_at is not null),
	'verdicts', (select jsonb_build_object('solved', count(*) filter (where verdict = 'solved'),
		'not_solved', count(*) filter (where verdict = 'not_solved'), 'none', count(*) filter (where verdict is null))
		from due where answered_at is not null),
	'findings', (select jsonb_build_object(
		'founded_by_organisation', count(*) filter (where not is_proven and answer_type = 'accepted'),
		'unfounded_by_organisation', count(*) filter (where not is_proven and answer_type in ('explained', 'rejected')),
		'unfounded_by_committee', count(*) filter (where is_proven and outcome = 'unfounded'),
		'not_theirs_by_organisation', count(*) filter (where not is_proven and answer_type = 'not_ours'),
		'not_theirs_by_committee', count(*) filter (where is_proven and outcome in ('spoofed', 'wrong_organisation')),
		'unknown', count(*) filter (where not is_proven and answered_at is null)) from heard)) as figures,
	(select coalesce(jsonb_object_agg(coalesce(campaign, 'null'), complaints), '{}') from (
		select campaign, count(*) filter (where kind = 'complaint') as complaints from counted group by 1) as a) as campaigns,
	(select coalesce(jsonb_object_agg(coalesce(maker, 'null'), complaints), '{}') from (
		select maker, count(*) filter (where kind = 'complaint') as complaints from counted group by 1) as b) as links,
	(select coalesce(jsonb_object_agg(coalesce(caller_number, 'null'), complaints), '{}') from (
		select caller_number, count(*) filter (where kind = 'complaint') as complaints from counted group by 1) as c) as numbers`;
