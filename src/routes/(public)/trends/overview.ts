import type { TrendsQuestion } from '#lib/domain/trends/question.ts';

/** Nothing told apart and nothing left out: then the page gives an overview. */
export const isOverview = ({ group_by, filters, organisation }: TrendsQuestion) =>
	group_by === 'none' && Object.keys(filters).length === 0 && !organisation;

/** The questions whose answers the page shows: the one asked, or those of the overview. */
export function questionsOf(asked: TrendsQuestion): TrendsQuestion[] {
	if (!isOverview(asked)) return [asked];
	return [
		{ ...asked, group_by: 'kind' },
		{ ...asked, group_by: 'category', filters: { kind: 'complaint' } },
		{ ...asked, group_by: 'category', filters: { kind: 'compliment' } },
		{ ...asked, group_by: 'channel' },
		{ ...asked, group_by: 'sector' },
		{ ...asked, group_by: 'province' }
	];
}
