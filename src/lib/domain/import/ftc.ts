/*
 * Calls reported to the American Do Not Call registry, as the FTC publishes them every day:
 * https://www.ftc.gov/policy-notices/open-government/data-sets/do-not-call-data
 */
import { instantAt } from '../calendar/amsterdam.ts';
import { isDay } from '../calendar/days.ts';
import { parseCallerNumber } from '../phone-number/parse-phone-number.ts';
import type { CategoryCode, SectorCode } from '../report/taxonomy.ts';
import { rejected, type ImportedReport, type ImportFormat, type Reading } from './format.ts';

const columns = [
	'Company_Phone_Number',
	'Created_Date',
	'Violation_Date',
	'Consumer_City',
	'Consumer_State',
	'Consumer_Area_Code',
	'Subject',
	'Recorded_Message_Or_Robocall'
] as const;

type Row = Record<(typeof columns)[number], string>;

/** Subjects that say which sector it is; the others may be several things, so they say nothing. */
const sectorOf: Record<string, SectorCode> = {
	Charities: 'charity',
	'Home improvement & cleaning': 'home_improve',
	'Home security & alarms': 'security',
	'Medical & prescriptions': 'health',
	'Vacation & timeshares': 'travel'
};

const impersonation = 'Calls pretending to be government, businesses, or family and friends';

/**
 * The report stands on the clock of Washington, the call on the consumer's own, which is behind
 * it in nearly all of the country (reports of Californians follow their calls by three hours or
 * more). So a call may stand after its report only by rounding, for which there is an hour, or by
 * as many hours as these places are ahead.
 */
const toleratedHours = 1;
const hoursAhead: Record<string, number> = {
	'Puerto Rico': 1,
	'Virgin Islands': 1,
	Guam: 15,
	'Northern Mariana Islands': 15
};

/** Nobody reports what happened longer ago: such a year is a slip of the finger. */
const earliest = '2000-01-01';

export const ftc: ImportFormat = {
	name: 'ftc',
	columns,
	read: (fields) => readRow(fields as Row)
};

function readRow(row: Row): Reading {
	const typed = row.Company_Phone_Number.trim();
	if (typed === '') return rejected('number_missing');
	const number = parseCallerNumber(typed, 'US');
	if (!number?.e164) return rejected('number_malformed');
	// `0000000000`: what is typed when no number was seen.
	if (/^\+?1?(\d)\1+$/.test(typed)) return rejected('number_is_a_placeholder');

	const filed = readMoment(row.Created_Date);
	if (!filed) return rejected('created_date_unreadable');
	const contact = readMoment(row.Violation_Date);
	if (!contact) return rejected('violation_date_unreadable');
	if (contact.day < earliest) return rejected('violation_too_long_ago');
	const hours = toleratedHours + (hoursAhead[row.Consumer_State.trim()] ?? 0);
	const isAfter = contact.isTimeKnown
		? contact.at.getTime() > filed.at.getTime() + hours * 3_600_000
		: contact.day > filed.day;
	if (isAfter) return rejected('violation_after_report');

	const subject = row.Subject.normalize('NFKC').replace(/\s+/g, ' ').trim();
	const isRecorded = row.Recorded_Message_Or_Robocall.trim().toUpperCase();
	const report: ImportedReport = {
		kind: 'complaint',
		channel: 'phone',
		caller_number: number.e164,
		number_type: number.type,
		number_country: number.country,
		sector: sectorOf[subject] ?? null,
		locale: 'en',
		// Where the consumer lives tells nothing of the call: city, state and area code stay out.
		facts: {
			...(subject !== '' && subject !== 'No Subject Provided' && { subject }),
			...(isRecorded === 'Y' && { recorded_message: 'yes' }),
			...(isRecorded === 'N' && { recorded_message: 'no' })
		},
		filed_at: filed.at.toISOString(),
		contacts: [
			{
				// It cannot have happened after it was reported.
				contact_at: new Date(Math.min(contact.at.getTime(), filed.at.getTime())).toISOString(),
				is_time_known: contact.isTimeKnown
			}
		],
		categories: categoriesOf(subject, isRecorded)
	};
	return { ok: true, report };
}

/** Reporters chose no category of ours. These two are what the words of the form mean. */
function categoriesOf(subject: string, isRecorded: string): ImportedReport['categories'] {
	const codes: CategoryCode[] = [];
	if (subject === impersonation) codes.push('misleading');
	if (isRecorded === 'Y') codes.push('unwanted_contact');
	return codes.map((code) => ({ code, source: 'suggested', score: null }));
}

/**
 * A moment as the wall clock showed it. It is kept as if that clock hung in the Netherlands: so
 * the trends, which count by Dutch days, show the day the consumer knows. Midnight to the second
 * is a day whose time was not given; it stands at noon.
 */
function readMoment(text: string): { at: Date; day: string; isTimeKnown: boolean } | undefined {
	const [, day = '', time = ''] =
		/^(\S+) ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)$/.exec(text.trim()) ?? [];
	if (!isDay(day)) return undefined;
	const isTimeKnown = time !== '00:00:00';
	return { at: instantAt(day, isTimeKnown ? time : '12:00'), day, isTimeKnown };
}
