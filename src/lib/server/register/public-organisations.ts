import { z } from 'zod';
import { addDays, addMonths, monthOf } from '#lib/domain/calendar/days.ts';
import {
	answerFigures,
	publishAnswers,
	publishedAnswers
} from '#lib/domain/figures/answer-figures.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { lastAnsweredDay } from '../trends/trends.ts';
import { organisationCard } from './organisations.ts';

/** What everybody may know of an organisation, after both sides were heard. */
export const publicOrganisation = organisationCard.extend({
	statement: z.object({ text: z.string(), stated_at: z.string() }).nullable(),
	/** Blocks of numbers that the organisation declares to show on its website. */
	numbers: z.array(z.object({ first_number: z.string(), last_number: z.string() })),
	/** Of the last twelve whole months whose answers had their time. */
	answers: publishedAnswers.extend({ from: z.iso.date(), to: z.iso.date() })
});
export type PublicOrganisation = z.output<typeof publicOrganisation>;

const known = publicOrganisation.omit({ answers: true });

/** By the name in its address; null when there is none. */
export async function load(desk: Desk, slug: string): Promise<PublicOrganisation | null> {
	const { data, error } = await desk.anonymous.rpc('organisation_by_slug', { slug });
	if (error) unwrap('organisation_by_slug', { data, error });
	if (data === null) return null;
	const card = known.parse(data);
	const period = await heardPeriod(desk);
	const answer = await desk.service.rpc('count_answers', {
		organisation_id: card.id,
		first_on: period.from,
		last_on: period.to,
		as_of: desk.now().toISOString()
	});
	const exact = answerFigures.parse(unwrap('count_answers', answer));
	return { ...card, answers: { ...publishAnswers(exact), ...period } };
}

/**
 * Whole months only: a period that moved every day would tell what came of a single report.
 */
export async function heardPeriod(desk: Desk): Promise<{ from: string; to: string }> {
	const month = monthOf(addDays(await lastAnsweredDay(desk), 1));
	return { from: addMonths(month, -12), to: addDays(month, -1) };
}
