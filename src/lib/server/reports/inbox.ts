import { z } from 'zod';
import { membershipLevels } from '#lib/domain/people/roles.ts';
import { answerTypes, verdicts } from '#lib/domain/report/answers.ts';
import { reportStates } from '#lib/domain/report/states.ts';
import { categories, channels, kinds } from '#lib/domain/report/taxonomy.ts';
import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';

/* The reports of an organisation as lists, with the rights of the member who asks. */

/** What a list shows; the first ones are what is to be done. */
export const inboxTabs = ['new', 'waiting', 'overdue', 'answered', 'all'] as const;
export type InboxTab = (typeof inboxTabs)[number];

/** From where on the next page goes: the last line of this one. */
export type InboxPlace = { after_due?: string; after_reference?: string };

export type InboxFilters = InboxPlace & {
	tab: InboxTab;
	kind?: string;
	channel?: string;
	category?: string;
	/** E.164. */
	number?: string;
	reference?: string;
	/** Words in the narrative or the own reference. */
	phrase?: string;
	first_on?: string;
	last_on?: string;
	assigned_to?: string;
	is_unassigned?: boolean;
};

const inboxRow = z.object({
	reference: z.string(),
	kind: z.enum(kinds),
	channel: z.enum(channels),
	state: z.enum(reportStates),
	due_at: z.string(),
	delivered_on: z.string(),
	caller_number: z.string().nullable(),
	categories: z.array(z.enum(categories)),
	excerpt: z.string().nullable(),
	own_reference: z.string().nullable(),
	assigned_to: z.string().nullable(),
	has_message: z.boolean()
});

/** A report in a list. */
export type InboxRow = z.infer<typeof inboxRow>;

export const colleague = z.object({
	user_id: z.string(),
	email: z.string(),
	level: z.enum(membershipLevels)
});

/** Somebody of the same organisation. */
export type Colleague = z.infer<typeof colleague>;

const inbox = z.object({
	rows: z.array(inboxRow),
	counts: z.record(z.string(), z.number()),
	members: z.array(colleague)
});

/**
 * A page of the inbox. A count of 100 stands for 100 or more.
 * @throws Refused `organisation_not_found`
 */
export async function list(
	client: Client,
	organisation: string,
	filters: InboxFilters,
	most: number
) {
	const answer = await client.rpc('list_own_reports', {
		organisation,
		asked: written(filters),
		most
	});
	return inbox.parse(unwrap('list_own_reports', answer));
}

const request = z.object({
	kind: z.enum(['objection', 'proof']),
	reference: z.string(),
	state: z.string(),
	sent_at: z.string(),
	norm_at: z.string().nullable(),
	due_at: z.string(),
	acknowledged_at: z.string().nullable()
});

/** An objection or a request for proof in a list. */
export type RequestRow = z.infer<typeof request>;

const heads = ['overdue', 'soon', 'reopened', 'new'] as const;

const overview = z.object({
	reports: z.record(z.enum(heads), z.array(inboxRow)),
	counts: z.record(z.string(), z.number()),
	requests: z.array(request)
});

/** What is to be done now, for the first page of the portal. */
export async function loadOverview(client: Client, organisation: string) {
	const answer = await client.rpc('portal_overview', { organisation });
	return overview.parse(unwrap('portal_overview', answer));
}

const requests = z.object({ open: z.array(request), done: z.array(request) });

/** The objections and requests for proof to an organisation. */
export async function listRequests(client: Client, organisation: string) {
	const answer = await client.rpc('list_own_requests', { organisation });
	return requests.parse(unwrap('list_own_requests', answer));
}

const exported = z.array(
	inboxRow
		.pick({
			reference: true,
			kind: true,
			channel: true,
			state: true,
			due_at: true,
			delivered_on: true,
			caller_number: true,
			categories: true,
			own_reference: true
		})
		.extend({
			outcome: z.string().nullable(),
			narrative: z.string().nullable(),
			answer: z
				.object({
					answer_type: z.enum(answerTypes),
					reason: z.string(),
					text: z.string().nullable(),
					answered_at: z.string(),
					promise_due_on: z.string().nullable(),
					verdict: z.enum(verdicts).nullable(),
					verdict_text: z.string().nullable()
				})
				.nullable()
		})
);

export type ExportedReport = z.infer<typeof exported>[number];

const exportedAtOnce = 500;

/** All reports that pass the filters, some hundreds at a time. */
export async function* exportAll(
	client: Client,
	organisation: string,
	filters: InboxFilters
): AsyncGenerator<ExportedReport[]> {
	let place: InboxPlace = {};
	for (;;) {
		const answer = await client.rpc('export_own_reports', {
			organisation,
			asked: written({ ...filters, ...place }),
			most: exportedAtOnce
		});
		const rows = exported.parse(unwrap('export_own_reports', answer));
		if (rows.length > 0) yield rows;
		const last = rows.at(-1);
		if (!last || rows.length < exportedAtOnce) return;
		place = { after_due: last.due_at, after_reference: last.reference };
	}
}

/** As the database takes it: a phrase is looked for wherever it stands. */
function written({ phrase, ...filters }: InboxFilters) {
	const like = phrase && `%${phrase.replaceAll(/[\\%_]/g, '\\$&')}%`;
	return { ...filters, ...(like && { phrase: like }) };
}
