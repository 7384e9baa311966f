import type { Chance } from '../../../probability/chance.ts';
import { copyWithEdit, inventScript, tell } from '../../../callers/measure/invent-scripts.ts';
import { bandsOf, leastSharedBands } from '../signature.ts';

/** The limit as the database has it (`hub.copied_text_limit`). */
export const floodLimit = { most_copies: 9, days: 7 };

export type InventedReport = {
	day: number;
	text: string;
	/** The text it was copied from; null when somebody told it in their own words. */
	copyOf: number | null;
	/** Whether it came when nine copies were there already: what must be set apart. */
	mustWait: boolean;
};

/**
 * A month of reports: people's own stories, among them many about the same callers, texts that a few
 * people passed on, and floods of twelve to sixty copies within some days, with edits.
 */
export function inventMonth(chance: Chance, ownWords: readonly string[]): InventedReport[] {
	const reports: Omit<InventedReport, 'mustWait'>[] = [];
	const scripts = Array.from({ length: 12 }, () => inventScript(chance));
	const story = () => `${tell(chance, chance.pick(scripts), ownWords)} ${chance.pick(ownWords)}`;
	for (let own = 0; own < 500; own += 1) {
		reports.push({ day: chance.next() * 30, text: story(), copyOf: null });
	}
	for (let source = 0; source < 14; source += 1) {
		const isFlood = source < 8;
		const text = story();
		const copies = isFlood
			? 12 + Math.floor(chance.next() * 49)
			: 2 + Math.floor(chance.next() * 6);
		const [start, span] = [chance.next() * 24, 0.2 + chance.next() * 5.8];
		for (let copy = 0; copy < copies; copy += 1) {
			reports.push({
				day: start + chance.next() * span,
				text: passOn(chance, text, ownWords),
				copyOf: source
			});
		}
	}
	reports.sort((one, other) => one.day - other.day);
	return reports.map((report, place) => ({
		...report,
		mustWait:
			report.copyOf !== null &&
			reports
				.slice(0, place)
				.filter(
					({ copyOf, day }) => copyOf === report.copyOf && report.day - day <= floodLimit.days
				).length >= floodLimit.most_copies
	}));
}

/** A copy with one to four small edits; some leave a sentence out, some add words of their own. */
function passOn(chance: Chance, text: string, ownWords: readonly string[]): string {
	let copy = text;
	if (chance.happens(0.2)) {
		const sentences = copy.split('. ');
		sentences.splice(Math.floor(chance.next() * sentences.length), 1);
		copy = sentences.join('. ');
	}
	if (chance.happens(0.25)) copy = `${copy} ${chance.pick(ownWords)}`;
	for (let edits = 1 + Math.floor(chance.next() * 4); edits > 0; edits -= 1) {
		copy = copyWithEdit(chance, copy);
	}
	return copy;
}

/** Which reports the desk sets apart, one after the other, by the rule of `hub.is_copied_text`. */
export function setApart(reports: readonly InventedReport[]): boolean[] {
	const earlier: { day: number; bands: Set<number> }[] = [];
	return reports.map(({ day, text }) => {
		const bands = bandsOf(text);
		if (!bands) return false;
		const copies = earlier.filter(
			(before) => day - before.day <= floodLimit.days && sharesEnough(before.bands, bands)
		);
		earlier.push({ day, bands: new Set(bands) });
		return copies.length >= floodLimit.most_copies;
	});
}

export const sharesEnough = (one: ReadonlySet<number>, other: readonly number[]) =>
	other.filter((band) => one.has(band)).length >= leastSharedBands;

/** Pairs taken for near-copies against pairs that were copied from one text. */
export function comparePairs(reports: readonly InventedReport[]) {
	const bands = reports.map(({ text }) => bandsOf(text));
	const sets = bands.map((each) => new Set(each));
	let [found, copied, both] = [0, 0, 0];
	reports.forEach((one, place) => {
		reports.slice(place + 1).forEach((other, later) => {
			const isFound = sharesEnough(sets[place]!, bands[place + 1 + later] ?? []);
			const isCopy = one.copyOf !== null && one.copyOf === other.copyOf;
			found += Number(isFound);
			copied += Number(isCopy);
			both += Number(isFound && isCopy);
		});
	});
	return { precision: both / found, recall: both / copied };
}

/** How the reports set apart agree with those that had to be, and how many of a flood stand. */
export function compareHeld(reports: readonly InventedReport[]) {
	const held = setApart(reports);
	const both = reports.filter(({ mustWait }, place) => mustWait && held[place]).length;
	return {
		precision: both / held.filter(Boolean).length,
		recall: both / reports.filter(({ mustWait }) => mustWait).length,
		/** Of the reports in people's own words, the share set apart by mistake. */
		mistaken:
			reports.filter(({ copyOf }, place) => copyOf === null && held[place]).length /
			reports.filter(({ copyOf }) => copyOf === null).length
	};
}
