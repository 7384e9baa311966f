/*
 * Our own format: a CSV with a report a row and the names of the form and of `gehoord export`. Old
 * data of others comes in by it too, through a mapping (`mapping.ts`). Who reported is left out: no
 * address is read, and of the text only what is left after masking is kept.
 */
import { instantAt } from '../calendar/amsterdam.ts';
import { isDay } from '../calendar/days.ts';
import { parseCallerNumber, saysNumberWasHidden } from '../phone-number/parse-phone-number.ts';
import { contactMoments } from '../report/contact-moments.ts';
import { reportSubmission, type ReportSubmission } from '../report/submission.ts';
import { toldCategories } from '../report/told-categories.ts';
import { mask } from '../text/mask/mask.ts';
import { rejected, type ImportFormat, type Reading } from './format.ts';

/** What a row may have; `contacts` is a list, as an export writes it. */
export const gehoordColumns = [
	'kind',
	'channel',
	'contact_at',
	'contacts',
	'filed_at',
	'caller_number',
	'organisation_name',
	'organisation',
	'stated_organisation',
	'sector',
	'categories',
	'narrative',
	'postcode4',
	'locale',
	'facts'
] as const;

export type GehoordColumn = (typeof gehoordColumns)[number];
/** Two clocks may differ so much. */
const toleratedMs = 5 * 60_000;

type Row = Partial<Record<GehoordColumn, string>>;

export const gehoord: ImportFormat = {
	name: 'gehoord',
	columns: ['kind', 'channel'],
	read: (fields, now) => readRow(fields as Row, now)
};

function readRow(row: Row, now: Date): Reading {
	const told = (name: GehoordColumn) => unguarded(row[name] ?? '').trim();
	const facts = readFacts(told('facts'));
	if (!facts) return rejected('wrong_facts');
	const parsed = reportSubmission.safeParse({
		kind: told('kind'),
		channel: told('channel'),
		caller_number: told('caller_number'),
		// What the reporter wrote comes after the name that an export found for it.
		organisation_name:
			told('organisation_name') || told('organisation') || told('stated_organisation'),
		sector: told('sector'),
		categories: listed(told('categories')),
		narrative: told('narrative'),
		postcode4: told('postcode4'),
		...(told('locale') && { locale: told('locale') }),
		facts
	});
	if (!parsed.success) {
		const { path, message } = parsed.error.issues[0]!;
		if (message === 'error_report_needs_substance') return rejected('nothing_told');
		return rejected(`wrong_${String(path[0] ?? 'row')}`);
	}
	const when = readContacts([...listed(told('contacts')), told('contact_at')], now);
	if ('reason' in when) return rejected(when.reason);
	const last = when.contacts.at(-1)?.contact_at;
	const filed = told('filed_at') || last;
	if (!filed) return rejected('contact_missing');
	const filed_at = readMoment(filed);
	if (!filed_at) return rejected('wrong_filed_at');
	if (filed_at > now) return rejected('filed_in_the_future');
	if (last && new Date(last).getTime() > filed_at.getTime() + toleratedMs) {
		return rejected('contact_after_report');
	}
	return { ok: true, report: toReport(parsed.data, facts, when.contacts, filed_at) };
}

type Contacts = { contact_at: string; is_time_known: boolean }[];

function toReport(
	sent: ReportSubmission,
	facts: Record<string, unknown>,
	contacts: Contacts,
	filed_at: Date
) {
	const number = sent.caller_number ? parseCallerNumber(sent.caller_number) : null;
	const isHidden = sent.caller_number !== null && saysNumberWasHidden(sent.caller_number);
	return {
		kind: sent.kind,
		channel: sent.channel,
		caller_number: number?.e164 ?? null,
		number_type: number?.type ?? null,
		number_country: number?.country ?? null,
		organisation_name: sent.organisation_name,
		sector: sent.sector,
		narrative: sent.narrative && mask(sent.narrative),
		postcode4: sent.postcode4,
		locale: sent.locale,
		facts: { ...(isHidden && { number_display: 'hidden' }), ...facts },
		filed_at: filed_at.toISOString(),
		contacts,
		categories: toldCategories(sent).map(({ code, source, score }) => ({ code, source, score }))
	};
}

/** A sheet puts a quote before what could be a formula, such as `+31…`; here it is taken off again. */
const unguarded = (text: string): string => text.replace(/^'(?=[=+\-@\t\r])/, '');

const listed = (text: string): string[] => text.split(/[\s;,|]+/).filter((part) => part !== '');

function readFacts(text: string): Record<string, unknown> | undefined {
	if (text === '') return {};
	try {
		const facts: unknown = JSON.parse(text);
		return facts !== null && typeof facts === 'object' && !Array.isArray(facts)
			? (facts as Record<string, unknown>)
			: undefined;
	} catch {
		return undefined;
	}
}

/** The moments of a row, the first one first. */
function readContacts(
	moments: readonly string[],
	now: Date
): { contacts: Contacts } | { reason: string } {
	const contacts: Contacts = [];
	for (const contact_at of moments.filter((moment) => moment !== '')) {
		const when = contactMoments({ contact_at, contacts: [], contact_when: null }, now);
		if (!when.ok) return { reason: reasons[when.issues[0]!.message] ?? 'wrong_contact' };
		for (const moment of when.moments) {
			contacts.push({ ...moment, contact_at: moment.contact_at.toISOString() });
		}
	}
	return { contacts: contacts.sort((a, b) => a.contact_at.localeCompare(b.contact_at)) };
}

const reasons: Record<string, string> = {
	error_contact_in_the_future: 'contact_in_the_future',
	error_date_too_long_ago: 'contact_too_long_ago'
};

/** An instant, or a Dutch wall clock; a day alone stands at noon. */
function readMoment(text: string): Date | undefined {
	const [, day = '', time = '12:00', offset] =
		/^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
			text
		) ?? [];
	if (!isDay(day)) return undefined;
	try {
		return offset ? instantWith(text) : instantAt(day, time);
	} catch {
		return undefined;
	}
}

function instantWith(text: string): Date | undefined {
	const instant = new Date(text.replace(' ', 'T'));
	return Number.isNaN(instant.getTime()) ? undefined : instant;
}
