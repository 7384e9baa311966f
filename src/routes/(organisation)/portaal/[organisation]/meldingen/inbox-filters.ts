import { z } from 'zod';
import { isDay } from '#lib/domain/calendar/days.ts';
import { parseCallerNumber } from '#lib/domain/phone-number/parse-phone-number.ts';
import { categories, channels, kinds } from '#lib/domain/report/taxonomy.ts';
import { inboxTabs, type InboxFilters } from '#lib/server/reports/inbox.ts';

const optional = <Type extends z.ZodType>(type: Type) =>
	z.preprocess((value) => (value === '' ? undefined : value), type.optional());
const day = optional(z.string().refine(isDay, { error: 'error_date' }));

/** The filters as they stand in the address of the inbox. */
const inAddress = z.object({
	tab: optional(z.enum(inboxTabs, { error: 'error_refused' })),
	/** A reference, a number, an own reference or words: told apart here. */
	q: optional(z.string().trim().max(100, { error: 'error_too_long' })),
	kind: optional(z.enum(kinds, { error: 'error_kind' })),
	channel: optional(z.enum(channels, { error: 'error_channel' })),
	category: optional(z.enum(categories, { error: 'error_category' })),
	assigned: optional(z.union([z.literal('none'), z.uuid()], { error: 'error_refused' })),
	from: day,
	to: day,
	/** The next page goes on from this line: its term and its reference. */
	due: optional(z.iso.datetime({ offset: true, error: 'error_refused' })),
	after: optional(z.string().regex(/^\d{2}-[0-9A-Z]{6}$/, { error: 'error_refused' }))
});

type Read =
	| { ok: true; filters: InboxFilters }
	| { ok: false; filters: InboxFilters; issues: { path: string; message: string }[] };

/** Reads the address of the inbox; what waits is shown when it says nothing. */
export function readFilters(address: URLSearchParams): Read {
	const asked = inAddress.safeParse(Object.fromEntries(address));
	if (!asked.success) {
		const issues = asked.error.issues.map(({ path, message }) => ({
			path: path.join('.'),
			message
		}));
		return { ok: false, filters: { tab: 'waiting' }, issues };
	}
	const {
		tab = 'waiting',
		q,
		kind,
		channel,
		category,
		assigned,
		from,
		to,
		due,
		after
	} = asked.data;
	return {
		ok: true,
		filters: {
			tab,
			...(q && search(q)),
			...(kind && { kind }),
			...(channel && { channel }),
			...(category && { category }),
			...(assigned === 'none' && { is_unassigned: true }),
			...(assigned && assigned !== 'none' && { assigned_to: assigned }),
			...(from && { first_on: from }),
			...(to && { last_on: to }),
			...(due && after && { after_due: due, after_reference: after })
		}
	};
}

/** What somebody means by what was typed. */
function search(typed: string): Pick<InboxFilters, 'reference' | 'number' | 'phrase'> {
	const reference = typed.toUpperCase();
	if (/^\d{2}-[0-9A-Z]{6}$/.test(reference)) return { reference };
	const number = /^[+\d\s().-]{6,}$/.test(typed) ? parseCallerNumber(typed)?.e164 : null;
	return number ? { number } : { phrase: typed };
}
