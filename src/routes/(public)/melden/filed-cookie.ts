import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { kinds, type Kind } from '#lib/domain/report/taxonomy.ts';
import type { Filed } from '#lib/server/reports/reports.ts';

/*
 * The follow code goes to the next page in a cookie that no script can read and that is gone in a
 * quarter of an hour, so that it never stands in an address, a log or the history of a browser.
 */
const name = 'filed';
const quarter = 15 * 60;

const shape = z.object({
	kind: z.enum(kinds),
	reference: z.string(),
	follow_code: z.string(),
	status: z.string(),
	number: z.string().nullable(),
	organisation_name: z.string().nullable(),
	has_email: z.boolean(),
	/** Since when this person objects to this organisation: the report was tested against it. */
	objected_on: z.string().nullable()
});

export type FiledCookie = z.infer<typeof shape>;

/** The whole site: the page reads the same in the other language. */
const path = '/';

/** Keeps what was filed for the page that thanks the reporter. */
export function rememberFiled(
	{ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
	{ kind, email }: { kind: Kind; email: string | null },
	{ reference, follow_code, status, number, organisation, objection }: Filed
) {
	const kept: FiledCookie = {
		kind,
		reference,
		follow_code,
		status,
		number: number?.e164 ?? null,
		organisation_name: organisation?.name ?? null,
		has_email: email !== null,
		objected_on: objection && dayOf(new Date(objection.objection_at))
	};
	cookies.set(name, JSON.stringify(kept), {
		path,
		httpOnly: true,
		sameSite: 'strict',
		maxAge: quarter,
		secure: url.protocol === 'https:'
	});
}

/** What was filed under this reference a moment ago, if it was on this device. */
export function recallFiled(cookies: Cookies, reference: string): FiledCookie | null {
	try {
		const kept = shape.parse(JSON.parse(cookies.get(name) ?? 'null'));
		return kept.reference === reference ? kept : null;
	} catch {
		return null;
	}
}

/** The reporter has written the code down. */
export function forgetFiled(cookies: Cookies) {
	cookies.delete(name, { path });
}
