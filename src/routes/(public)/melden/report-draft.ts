import { channels, kinds, type Channel, type Kind } from '#lib/domain/report/taxonomy.ts';

export const contactMoments = ['now', 'today', 'earlier'] as const;
export type ContactMoment = (typeof contactMoments)[number];

/** More rows than this nobody fills in by hand. */
export const mostContacts = 10;
export const longestNarrative = 5000;

/** A report as far as it is filled in: what the fields hold, empty when nothing. */
export type ReportDraft = {
	client_key: string;
	kind: Kind | '';
	channel: Channel | '';
	caller_number: string;
	organisation_name: string;
	sector: string;
	contact_when: ContactMoment | '';
	contacts: { on: string; time: string }[];
	/** The option chosen at each question. */
	answers: Record<string, string>;
	narrative: string;
	categories: string[];
	postcode4: string;
	email: string;
	/** Files that the server has already; they are not kept on the device. */
	evidence: { token: string; name: string; size: string }[];
	share_evidence: boolean;
};

/** Reads a draft from what came back from the server or was kept on the device; trusts neither. */
export function readDraft(from: unknown, clientKey: string): ReportDraft {
	const fields = asGroup(from);
	const contacts = asList(fields.contacts).map(asGroup);
	return {
		client_key: text(fields.client_key) || clientKey,
		kind: oneOf(kinds, fields.kind),
		channel: oneOf(channels, fields.channel),
		caller_number: text(fields.caller_number),
		organisation_name: text(fields.organisation_name),
		sector: text(fields.sector),
		contact_when: oneOf(contactMoments, fields.contact_when),
		contacts: (contacts.length ? contacts : [{}])
			.slice(0, mostContacts)
			.map((row) => ({ on: text(row.on), time: text(row.time) })),
		answers: Object.fromEntries(
			Object.entries(asGroup(fields.answers)).map(([id, answer]) => [id, text(answer)])
		),
		narrative: text(fields.narrative),
		categories: asList(fields.categories).map(text).filter(Boolean),
		postcode4: text(fields.postcode4),
		email: text(fields.email),
		evidence: asList(fields.evidence)
			.map(asGroup)
			.map(({ token, name, size }) => ({ token: text(token), name: text(name), size: text(size) })),
		share_evidence: Boolean(fields.share_evidence)
	};
}

/** Is there anything in it that would be a pity to lose? */
export function isWorthKeeping(draft: ReportDraft): boolean {
	const { channel, caller_number, organisation_name, sector, narrative, email, contacts } = draft;
	return Boolean(
		channel ||
		caller_number ||
		organisation_name ||
		sector ||
		narrative ||
		email ||
		contacts.some(({ on, time }) => on || time)
	);
}

const asGroup = (value: unknown): Record<string, unknown> =>
	typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const asList = (value: unknown): unknown[] =>
	Array.isArray(value) ? value : value === undefined ? [] : [value];

const text = (value: unknown) => (typeof value === 'string' ? value : '');

const oneOf = <Code extends string>(codes: readonly Code[], value: unknown): Code | '' =>
	codes.find((code) => code === value) ?? '';
