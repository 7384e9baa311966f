import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { formatShortDay } from '#lib/i18n/format-short.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as applications from '#lib/server/cbt/applications.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { desk } }) => {
	const locale = getLocale();
	const today = dayOf(desk.now());
	const [{ fees, advices }, { clocks }] = await Promise.all([
		applications.loadRegister(desk),
		taxonomy.load(desk)
	]);
	const day = (on: string | null) => (on === null ? null : formatShortDay(on, locale));
	return {
		fees,
		/** How long each term is, as the table of clocks has it now. */
		terms: Object.fromEntries(clocks.map(({ code, amount }) => [code, amount])),
		advices: advices.map((advice) => ({
			...advice,
			isValid:
				advice.outcome === 'granted' &&
				advice.valid_from! <= today &&
				today <= advice.valid_until! &&
				(advice.ended_on === null || today < advice.ended_on),
			valid_from: day(advice.valid_from),
			valid_until: day(advice.valid_until),
			ended_on: day(advice.ended_on),
			advised_on: formatShortDay(advice.advised_on, locale)
		}))
	};
};
