import { formatShortDay } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

type Shown = { first_shown: string; last_shown: string | null };
type Period = { valid_from: string; valid_until: string | null };
type State = { state: string; is_contested: boolean };

/** Numbers as people read them: one, or from and up to. */
export const numbersIn = ({ first_shown, last_shown }: Shown) =>
	last_shown ? m.numbers_range({ first: first_shown, last: last_shown }) : first_shown;

export function periodIn({ valid_from, valid_until }: Period): string {
	const from = formatShortDay(valid_from, getLocale());
	return valid_until
		? m.numbers_period({ from, until: formatShortDay(valid_until, getLocale()) })
		: m.numbers_period_open({ from });
}

const states: Record<string, () => string> = {
	claimed: m.numbers_state_claimed,
	contested: m.numbers_state_contested,
	confirmed: m.numbers_state_confirmed,
	refused: m.numbers_state_refused,
	withdrawn: m.numbers_state_withdrawn,
	ended: m.numbers_state_ended
};

export const stateIn = ({ state, is_contested }: State) =>
	states[is_contested ? 'contested' : state]!();

export const toneOf = ({ state }: State) =>
	state === 'confirmed' ? 'success' : state === 'refused' ? 'danger' : 'quiet';
