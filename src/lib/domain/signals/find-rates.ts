/*
 * Who gets more complaints for as many contacts as the others make. Two Poisson rates are compared by
 * the exact conditional test of Przyborowski and Wilenski (1940), "Homogeneity of results in testing
 * samples from Poisson series", Biometrika 31: given the complaints of both together, those of one are
 * binomial. Here against a ratio of two instead of one, for that organisations differ a little is no
 * signal.
 */
import { incompleteBeta } from '../probability/beta.ts';
import { standOut } from '../surveillance/false-alarms.ts';
import { falseAlarmBudget } from './find-signals.ts';

/** Complaints and declared contacts of an organisation by one channel, over the same whole months. */
export type RateCell = {
	organisation_id: string;
	sector: string;
	channel: string;
	complaints: number;
	contacts: number;
};

export type HighRate = {
	organisation_id: string;
	channel: string;
	observed: number;
	/** Complaints if it got as many for its contacts as the others do. */
	expected: number;
	/** So many complaints would still be no more than twice as many. */
	bound: number;
	/** The chance of this many or more when its rate is twice that of the others. */
	pvalue: number;
	/** Complaints per 100,000 contacts. */
	score: number;
};

const leastRatio = 2;
const leastComplaints = 5;
/** Fewer others tell neither what is usual nor stay unknown: the sector is shown from as many on. */
const leastOthers = 5;

/**
 * Organisations with a rate of complaints that is at least twice that of the others by that channel:
 * those of their sector, or where those are few, of all sectors. One budget of false alarms for all.
 */
export function findHighRates(cells: readonly RateCell[]): HighRate[] {
	const judged = cells.flatMap((cell) => {
		const others = othersOf(cell, cells);
		return others && cell.contacts > 0 ? [judge(cell, others)] : [];
	});
	const isOut = standOut(
		judged.map(({ pvalue }) => pvalue),
		falseAlarmBudget
	);
	return judged.filter(
		({ observed, bound }, index) => isOut[index] && observed >= leastComplaints && observed > bound
	);
}

type Sum = { complaints: number; contacts: number };

function othersOf(cell: RateCell, cells: readonly RateCell[]): Sum | undefined {
	const byChannel = cells.filter(
		({ organisation_id, channel, contacts }) =>
			channel === cell.channel && organisation_id !== cell.organisation_id && contacts > 0
	);
	const ofSector = byChannel.filter(({ sector }) => sector === cell.sector);
	const others = ofSector.length >= leastOthers ? ofSector : byChannel;
	if (others.length < leastOthers) return undefined;
	return others.reduce(
		(sum, { complaints, contacts }) => ({
			complaints: sum.complaints + complaints,
			contacts: sum.contacts + contacts
		}),
		{ complaints: 0, contacts: 0 }
	);
}

function judge(
	{ organisation_id, channel, complaints, contacts }: RateCell,
	others: Sum
): HighRate {
	const expected = (others.complaints * contacts) / others.contacts;
	// Of all complaints together, so many would be its own if its rate were twice theirs.
	const share = (leastRatio * contacts) / (leastRatio * contacts + others.contacts);
	return {
		organisation_id,
		channel,
		observed: complaints,
		expected,
		bound: leastRatio * expected,
		pvalue: complaints === 0 ? 1 : incompleteBeta(share, complaints, others.complaints + 1),
		score: (complaints / contacts) * 100_000
	};
}
