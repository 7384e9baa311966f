/*
 * Complaints to the American telecommunications authority, as the FCC publishes them:
 * https://opendata.fcc.gov, "CGB - Consumer Complaints Data". Only those about a call or a message
 * that nobody asked for are ours.
 */
import { Temporal } from 'temporal-polyfill';
import { instantAt } from '../calendar/amsterdam.ts';
import { isDay } from '../calendar/days.ts';
import { parseCallerNumber } from '../phone-number/parse-phone-number.ts';
import { rejected, type ImportFormat, type Reading } from './format.ts';

const columns = [
	'Ticket Created',
	'Date of Issue',
	'Time of Issue',
	'Form',
	'Issue',
	'Caller ID Number'
] as const;

type Row = Record<(typeof columns)[number], string> & {
	/** The file spells the name of this column so; a later one may mend it. */
	'Type of Call or Messge'?: string;
	'Type of Call or Message'?: string;
};

const isUnwanted = /robocall|telemarketing|do not call|unwanted|spoof|junk/i;

/**
 * The ticket has an instant, the call the consumer's own clock, which is behind that of Washington
 * in nearly all of the country. So a call may stand after its ticket only by rounding.
 */
const toleratedMs = 3_600_000;

/** Nobody reports what happened longer ago: such a year is a slip of the finger. */
const earliest = '2000-01-01';

export const fcc: ImportFormat = {
	name: 'fcc',
	columns,
	read: (fields) => readRow(fields as Row)
};

function readRow(row: Row): Reading {
	if (row.Form.trim() !== 'Phone' || !isUnwanted.test(row.Issue)) return rejected('no_sales_call');
	const typed = row['Caller ID Number'].trim();
	if (!/\d/.test(typed)) return rejected('number_missing');
	const number = parseCallerNumber(typed, 'US');
	if (!number?.e164) return rejected('number_malformed');
	if (/^1?(\d)\1+$/.test(typed.replace(/\D/g, ''))) return rejected('number_is_a_placeholder');

	const filed_at = readTicket(row['Ticket Created'].trim());
	if (!filed_at) return rejected('created_date_unreadable');
	const day = row['Date of Issue'].trim().slice(0, 10);
	if (!isDay(day)) return rejected('issue_date_unreadable');
	if (day < earliest) return rejected('issue_too_long_ago');
	const time = readTime(row['Time of Issue']);
	if (time === undefined) return rejected('issue_time_unreadable');
	const contact_at = instantAt(day, time ?? '12:00');
	const isAfter = time
		? contact_at.getTime() > filed_at.at.getTime() + toleratedMs
		: day > filed_at.day;
	if (isAfter) return rejected('issue_after_ticket');

	const kind = (row['Type of Call or Messge'] ?? row['Type of Call or Message'] ?? '').trim();
	const isRecorded = /prerecorded|robocall/i.test(`${kind} ${row.Issue}`);
	return {
		ok: true,
		report: {
			kind: 'complaint',
			channel: /text|message/i.test(kind) ? 'message' : 'phone',
			caller_number: number.e164,
			number_type: number.type,
			number_country: number.country,
			locale: 'en',
			// Where the consumer lives tells nothing of the call: city, state and postcode stay out.
			facts: {
				subject: row.Issue.replace(/\s+/g, ' ').trim(),
				...(kind !== '' && { call_type: kind }),
				...(isRecorded && { recorded_message: 'yes' })
			},
			filed_at: filed_at.at.toISOString(),
			contacts: [
				{
					// It cannot have happened after it was reported.
					contact_at: new Date(Math.min(contact_at.getTime(), filed_at.at.getTime())).toISOString(),
					is_time_known: time !== null
				}
			],
			// Reporters chose no category of ours; this is what the form is for.
			categories: [{ code: 'unwanted_contact', source: 'suggested', score: null }]
		}
	};
}

/**
 * Seconds since 1970, as the clock of Washington showed them, and that clock as if it hung in the
 * Netherlands: so the trends, which count by Dutch days, show the day the consumer knows.
 */
function readTicket(seconds: string): { at: Date; day: string } | undefined {
	if (!/^\d{9,10}$/.test(seconds)) return undefined;
	const shown = Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1000)
		.toZonedDateTimeISO('America/New_York')
		.toPlainDateTime();
	const day = shown.toPlainDate().toString();
	return { at: instantAt(day, shown.toPlainTime().toString()), day };
}

/** `2:30 p.m.` as `14:30`; null when it was not told, undefined when it is no time. */
function readTime(text: string): string | null | undefined {
	const typed = text.trim();
	if (typed === '') return null;
	const [, hour = '', minute = '', half = ''] =
		/^(\d{1,2}):([0-5]\d)\s*([ap])\.?\s*m\.?$/i.exec(typed) ?? [];
	const hours = Number(hour);
	if (hours < 1 || hours > 12) return undefined;
	const inDay = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
	return `${String(inDay).padStart(2, '0')}:${minute}`;
}
