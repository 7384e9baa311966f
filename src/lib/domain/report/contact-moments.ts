import { dayOf, instantAt } from '../calendar/amsterdam.ts';
import { isDay } from '../calendar/days.ts';
import type { ReportSubmission } from './submission.ts';

/** A call, visit or approach. Without a known time it stands at noon of its day. */
export type ContactMoment = { contact_at: Date; is_time_known: boolean };

export type ContactIssue = { path: string; message: string };

/** Nobody reports what happened longer ago: such a year is a slip of the finger. */
const earliest = '2000-01-01';
/** Clocks of phones run a little ahead. */
const toleratedMs = 5 * 60_000;

/**
 * When it happened, from what the reporter said of it and the time of filing.
 * @returns the moments, or what is wrong with them, at the field.
 */
export function contactMoments(
	sent: Pick<ReportSubmission, 'contact_when' | 'contacts' | 'contact_at'>,
	now: Date
): { ok: true; moments: ContactMoment[] } | { ok: false; issues: ContactIssue[] } {
	const today = dayOf(now);
	const moments: ContactMoment[] = [];
	const issues: ContactIssue[] = [];
	const add = (path: string, day: string, time: string | null) => {
		const contact_at = toInstant(day, time);
		// A day without a time, being today, has not necessarily reached its noon.
		const isFuture = time ? contact_at.getTime() > now.getTime() + toleratedMs : day > today;
		if (isFuture) issues.push({ path, message: 'error_contact_in_the_future' });
		else if (day < earliest) issues.push({ path, message: 'error_date_too_long_ago' });
		else if (time) moments.push({ contact_at, is_time_known: true });
		else {
			const noon = Math.min(contact_at.getTime(), now.getTime());
			moments.push({ contact_at: new Date(noon), is_time_known: false });
		}
	};

	if (sent.contact_at) {
		const [day, time = ''] = sent.contact_at.split(/[T ]/) as [string, string?];
		const clock = /^\d{2}:\d{2}(:\d{2})?/.exec(time)?.[0] ?? null;
		if (!isDay(day) || (time && !isClock(time))) {
			issues.push({ path: 'contact_at', message: 'error_date' });
		} else if (/(Z|[+-]\d{2}:?\d{2})$/i.test(time)) {
			const instant = new Date(sent.contact_at.replace(' ', 'T'));
			add('contact_at', dayOf(instant), null);
			if (moments.length > 0) moments[0] = { contact_at: instant, is_time_known: true };
			if (instant.getTime() > now.getTime() + toleratedMs && issues.length === 0) {
				moments.length = 0;
				issues.push({ path: 'contact_at', message: 'error_contact_in_the_future' });
			}
		} else add('contact_at', day, clock);
	}
	sent.contacts.forEach((contact, index) => {
		if (contact.on) add(`contacts[${index}].on`, contact.on, contact.time);
		else if (contact.time && sent.contact_when !== 'earlier') {
			add(`contacts[${index}].time`, today, contact.time);
		} else if (contact.time) {
			issues.push({ path: `contacts[${index}].on`, message: 'error_date_needed' });
		}
	});
	if (issues.length > 0) return { ok: false, issues };

	if (moments.length === 0 && sent.contact_when === 'now') {
		moments.push({ contact_at: now, is_time_known: true });
	} else if (moments.length === 0 && sent.contact_when === 'today') {
		add('contact_when', today, null);
	}
	moments.sort((a, b) => a.contact_at.getTime() - b.contact_at.getTime());
	return { ok: true, moments };
}

function isClock(time: string): boolean {
	return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)?$/i.test(
		time
	);
}

function toInstant(day: string, time: string | null): Date {
	return instantAt(day, time ?? '12:00');
}
