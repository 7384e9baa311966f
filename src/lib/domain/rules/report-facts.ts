import { dayOf, timeOf } from '../calendar/amsterdam.ts';
import { addDays } from '../calendar/days.ts';
import type { ContactMoment } from '../report/contact-moments.ts';
import type { Channel, SectorCode } from '../report/taxonomy.ts';
import type { ChoiceOf } from './fact-fields.ts';
import type { SentFacts } from './facts.ts';
import { rangeOf } from './number-type.ts';

/*
 * The facts that a report tells without being asked. What the reporter answered goes before what is
 * only supposed here; the channel, the moments and the number are those of the report itself.
 */

type FactChannel = ChoiceOf<'channel'>;

/** What of a report the rules look at. */
export type ReportedContact = {
	channel: Channel;
	sector: SectorCode;
	/** The number shown, E.164; null when there is none. */
	caller_number: string | null;
	moments: readonly ContactMoment[];
	/** What the reporter answered, by fact. */
	facts: SentFacts;
	/** Longer customer terms that the CBT advised for the organisation. */
	customer_terms?: readonly CustomerTerm[];
};

/** A longer term in which former customers may be called, on the days from `valid_from` to `valid_until`. */
export type CustomerTerm = { term_months: number; valid_from: string; valid_until: string };

/** One facts object for every contact of a report; one without a day when none is known. */
export function factsOfReport(report: ReportedContact): SentFacts[] {
	const { facts, moments } = report;
	const known: SentFacts = {
		...supposed,
		...factsOfSector(report.sector),
		...factsOfCalls(report),
		...factsOfNumber(report.caller_number),
		...facts,
		channel: channelOf(report.channel, facts.channel)
	};
	if (moments.length === 0) return [{ ...known, contact_at: null }];
	return moments.map((moment) => ({
		...known,
		...factsOfTerms(report.customer_terms ?? [], dayOf(moment.contact_at)),
		contact_at: written(moment)
	}));
}

/** The longest customer term that holds on a day. The register knows it, a reporter does not. */
function factsOfTerms(terms: readonly CustomerTerm[], day: string): SentFacts {
	const months = terms
		.filter(({ valid_from, valid_until }) => valid_from <= day && day <= valid_until)
		.map(({ term_months }) => term_months);
	return months.length > 0 ? { cbt_term_months: Math.max(...months) } : {};
}

/**
 * The desk is for sales contacts with people: unless told otherwise the organisation began, it
 * meant to sell, and it reached a consumer.
 */
const supposed: SentFacts = {
	initiated_by: 'advertiser',
	recipient_type: 'consumer',
	purpose: 'commercial'
};

/** As a Dutch clock showed it; a day alone when the time is not known. */
function written({ contact_at, is_time_known }: ContactMoment): string {
	const day = dayOf(contact_at);
	return is_time_known ? `${day}T${timeOf(contact_at)}` : day;
}

const byPhone = ['phone_human', 'phone_automated', 'voicemail', 'inbound_phone'] as const;

/**
 * By phone it was a person who called, unless the reporter says it was a recording, a voicemail or
 * their own call. For a contact of another kind no rule is made: it is read as a message.
 */
export function channelOf(channel: Channel, told: unknown): FactChannel {
	if (channel === 'phone') return byPhone.find((each) => each === told) ?? 'phone_human';
	return channel === 'other' ? 'message' : channel;
}

/**
 * What the sector tells of the organisation. Where the sources leave open whether an exception is
 * meant for it (other lotteries, unions), its kind stays unknown, so that nothing is likely on it.
 */
function factsOfSector(sector: SectorCode): SentFacts {
	switch (sector) {
		case 'unknown':
			return {};
		case 'charity':
			return { sector, org_type: 'charity', purpose: 'charitable' };
		case 'ideal_org':
			return { sector, org_type: 'ideal', purpose: 'ideal' };
		case 'political':
			return { sector, org_type: 'political', purpose: 'ideal' };
		case 'publisher':
			// By its definition: three issues a year or more.
			return { sector, org_type: 'publisher', publisher_issues_per_year: 3 };
		case 'lottery_good_cause':
			return { sector, org_type: sector };
		case 'lottery_other':
		case 'union_broadcast':
			return { sector };
		case 'government':
			return { sector, org_type: 'government', purpose: 'unknown' };
		case 'research':
			return { sector, org_type: 'commercial', purpose: 'research' };
		case 'debt':
			return { sector, org_type: 'commercial', purpose: 'contract_enforcement' };
		default:
			return { sector, org_type: 'commercial' };
	}
}

/** How often in seven days, when the report tells of more than one contact. */
function factsOfCalls({ moments }: ReportedContact): SentFacts {
	const days = moments.map(({ contact_at }) => dayOf(contact_at));
	const inWeek = days.map(
		(day) => days.filter((other) => other >= day && other < addDays(day, 7)).length
	);
	const attempts_7d = Math.max(0, ...inWeek);
	return attempts_7d > 1 ? { attempts_7d } : {};
}

/** What the number tells: that it was shown, and of which range of the Dutch plan it is. */
function factsOfNumber(number: string | null): SentFacts {
	if (number === null) return {};
	return { number_display: 'shown', number_type: typeOf(number) };
}

function typeOf(number: string): string {
	if (!number.startsWith('+31')) return 'foreign';
	// 14 and 18 stand alone: they are not dialled with a nought.
	const short = /^\+31(14|18)\d{2,3}$/.exec(number)?.[1];
	return short ?? rangeOf(`0${number.slice(3)}`);
}
