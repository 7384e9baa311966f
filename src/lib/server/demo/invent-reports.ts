import { dayOf, instantAt } from '#lib/domain/calendar/amsterdam.ts';
import { addDays } from '#lib/domain/calendar/days.ts';
import type { ImportedReport } from '#lib/domain/import/format.ts';
import { categoriesOf, type CategoryCode, type Channel } from '#lib/domain/report/taxonomy.ts';
import {
	inventedOrganisations,
	loudness,
	numbersOf,
	type InventedOrganisation
} from './organisations.ts';
import { chanceOf, type Chance } from '#lib/domain/probability/chance.ts';
import { dutch, english } from './sentences.ts';

export type InventedReport = ImportedReport & { is_held: boolean; hold_reason: string | null };

const days = 548;

/** Fewer calls in summer and at Christmas, more in autumn; nearly none on Sundays. */
const ofMonth = [1.1, 1, 1.05, 1, 0.95, 0.85, 0.65, 0.7, 1.1, 1.25, 1.2, 0.8];
const ofWeekday = [0.1, 1, 1.1, 1.1, 1.05, 0.9, 0.5];

/** By hour from 9 to 21: callers like dinner time, the others daylight. */
const ofHour: Record<'far' | 'near', number[]> = {
	far: [1, 2, 2, 1, 1, 2, 2, 3, 4, 6, 6, 3, 1],
	near: [0, 1, 2, 2, 2, 3, 3, 4, 4, 3, 2, 1, 0]
};

/** Numbers that nobody has registered, next to another example of libphonenumber. */
const unknownNumbers = [0, 1, 2, 3, 4, 5, 6].map((last) => `+3110123456${last}`);
const unknownNames = ['Klantvoordeel', 'Bespaarlijn', 'de energievergelijker', null, null];

/** One postcode per place that is given, in every province. */
const postcodes = [
	9711, 8911, 9401, 7511, 8011, 8232, 1315, 6811, 6511, 3511, 3811, 1012, 1071, 1811, 2011, 2511,
	3011, 3311, 2312, 4331, 5611, 5038, 4811, 6211, 5911
];

const complaintWeights = [42, 10, 20, 8, 20];

/** The same reports for the same seed and last day. */
export function inventReports(seed: number, count: number, now: Date): InventedReport[] {
	const chance = chanceOf(seed);
	const lastDay = dayOf(now);
	const calendar = Array.from({ length: days }, (_, daysBefore) => {
		const day = addDays(lastDay, -daysBefore);
		const weights = inventedOrganisations.map((organisation) => loudness(organisation, daysBefore));
		const date = new Date(`${day}T12:00:00Z`);
		const season = ofMonth[date.getUTCMonth()]! * ofWeekday[date.getUTCDay()]!;
		// The desk becomes better known.
		const growth = 1.4 - (0.8 * daysBefore) / days;
		const total = weights.reduce((sum, weight) => sum + weight, 0);
		return { day, weights, total: total * season * growth };
	});
	const totals = calendar.map(({ total }) => total);
	const reports = Array.from({ length: count }, () => {
		const { day, weights } = calendar[chance.weigh(totals)]!;
		return inventReport(chance, inventedOrganisations[chance.weigh(weights)]!, day, now);
	});
	// Filed in the order of time, so that the newest report is the last one.
	return reports.sort((a, b) => (a.filed_at < b.filed_at ? -1 : 1));
}

function inventReport(
	chance: Chance,
	organisation: InventedOrganisation,
	day: string,
	now: Date
): InventedReport {
	const isKnown = chance.happens(0.88);
	const channel =
		organisation.channels[chance.weigh([6, 3, 1].slice(0, organisation.channels.length))]!;
	const kind = isKnown && chance.happens(organisation.praise * 1.25) ? 'compliment' : 'complaint';
	const locale = chance.happens(0.12) ? 'en' : 'nl';
	const codes = inventCategories(chance, kind);
	const contact_at = inventMoment(chance, channel, day, now);
	const filed_at = new Date(
		Math.min(contact_at.getTime() + 60_000 * (5 + 4_000 * chance.next() ** 4), now.getTime())
	);
	const is_held = chance.happens(0.015);
	return {
		kind,
		channel,
		...inventParty(chance, organisation, channel, isKnown),
		narrative: chance.happens(0.9) ? inventText(chance, channel, codes[0]!, kind, locale) : null,
		postcode4: chance.happens(0.85) ? chance.pick(postcodes) : null,
		locale,
		facts:
			kind === 'complaint' && chance.happens(0.5)
				? {
						consent: chance.pick(['no', 'unknown']),
						customer_status: chance.pick(['never', 'former', 'current'])
					}
				: {},
		filed_at: filed_at.toISOString(),
		contacts: [{ contact_at: contact_at.toISOString(), is_time_known: true }],
		categories: codes.map((code) => ({ code, source: 'reporter', score: null })),
		is_held,
		hold_reason: is_held ? 'demo: copied text' : null
	};
}

function inventCategories(chance: Chance, kind: 'complaint' | 'compliment'): CategoryCode[] {
	const codes = categoriesOf[kind];
	const primary =
		kind === 'complaint' ? codes[chance.weigh(complaintWeights)]! : chance.pick(codes);
	const second = chance.happens(0.2) ? chance.pick(codes) : primary;
	return [...new Set([primary, second])];
}

function inventMoment(chance: Chance, channel: Channel, day: string, now: Date): Date {
	const hour =
		9 + chance.weigh(ofHour[channel === 'phone' || channel === 'message' ? 'far' : 'near']);
	const minute = Math.floor(chance.next() * 60);
	const at = instantAt(day, `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
	return new Date(Math.min(at.getTime(), now.getTime()));
}

/** Who it was, as far as the reporter knows: a number, a name, both, or neither to be found. */
function inventParty(
	chance: Chance,
	organisation: InventedOrganisation,
	channel: Channel,
	isKnown: boolean
) {
	const hasNumber = channel === 'phone' || channel === 'message';
	const number =
		hasNumber && chance.happens(0.8)
			? (chance.pick(isKnown ? numbersOf(organisation) : unknownNumbers) ?? null)
			: null;
	const name = isKnown
		? chance.pick([organisation.name, organisation.name, ...(organisation.trade_names ?? [])])
		: chance.pick(unknownNames);
	return {
		caller_number: number,
		number_type: number && (number.startsWith('+3185') ? 'VOIP' : 'FIXED_LINE'),
		number_country: number && 'NL',
		// Somebody who knows neither at least knows that it was a sales call.
		organisation_name:
			number && chance.happens(0.4) ? null : (name ?? (number ? null : 'Onbekend bedrijf'))
	};
}

function inventText(
	chance: Chance,
	channel: Channel,
	code: CategoryCode,
	kind: 'complaint' | 'compliment',
	locale: 'nl' | 'en'
): string {
	const { openings, about, closings } = locale === 'nl' ? dutch : english;
	return [chance.pick(openings[channel]), chance.pick(about[code]), chance.pick(closings[kind])]
		.filter(Boolean)
		.join(' ');
}
