import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Desk } from '#lib/server/desk.ts';
import { partyOf } from '#lib/server/reports/findings.ts';
import { say } from '#lib/server/messages.ts';
import * as questions from '#lib/server/rights/questions.ts';
import * as rights from '#lib/server/rights/rights.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import { reportChoices } from '../melden/report-choices.ts';
import { readAsked, type AskedContact } from './asked-contact.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { desk }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
	const locale = getLocale();
	const { asked, issues } = readAsked(url.searchParams, desk.now());
	const { channels, sectors } = reportChoices(await taxonomy.load(desk), locale);
	return {
		today: dayOf(desk.now()),
		channels,
		sectors,
		/** What stands in the address, to show it again. */
		values: Object.fromEntries(url.searchParams),
		issues: issues.map(({ path, message }) => ({ path, text: say(message) })),
		...(asked
			? await standing(desk, asked, locale)
			: { questions: [], rights: null, letters: rights.allLetters(desk, locale) })
	};
};

/** What the rules say of this contact, and what else they would like to know. */
async function standing(desk: Desk, { filing }: AskedContact, locale: 'nl' | 'en') {
	const contact = { ...filing, ...(await partyOf(desk, filing)) };
	const [answer, asked] = await Promise.all([
		rights.ofContact(desk, contact, filing.organisation_name, locale),
		// The same questions as before they were answered.
		questions.askKnown(desk, { ...contact, facts: {} }, locale)
	]);
	return { questions: asked, rights: answer, letters: answer.letters };
}
