import { m } from '#lib/paraglide/messages.js';

type Number = {
	e164: string;
	national: string | null;
	country: string | null;
	registered: { organisation_name: string } | null;
	assessment: 'unknown' | 'registered' | 'mixed' | 'often_reported';
	reports: unknown;
};

type Verdict = { tone: 'note' | 'success' | 'danger'; title: string; text: string };

/** What the desk can say of a number, and no more than that. */
export function verdictOf({ assessment, registered, reports }: Number): Verdict {
	switch (assessment) {
		case 'registered':
			return {
				tone: 'note',
				title: m.number_registered({ name: registered!.organisation_name }),
				text: m.number_registered_text()
			};
		case 'often_reported':
			return {
				tone: 'danger',
				title: m.number_often_reported(),
				text: m.number_often_reported_text()
			};
		case 'mixed':
			return { tone: 'note', title: m.number_mixed(), text: m.number_mixed_text() };
		case 'unknown':
			return reports
				? { tone: 'note', title: m.number_mixed(), text: m.number_mixed_text() }
				: { tone: 'note', title: m.number_unknown(), text: m.number_unknown_text() };
		default:
			return assessment satisfies never;
	}
}

/** A Dutch number as the Dutch write it, another with its country. */
export const formatNumber = ({ e164, national, country }: Number) =>
	country === 'NL' && national ? national : e164;
