import { toQuestion, trendsQuery, type TrendsQuestion } from '#lib/domain/trends/question.ts';

/** What the page of trends asks, as it stands in its address. Over a year by month unless said. */
const addresses = {
	'by kind': 'group_by=kind',
	'by category': 'group_by=category',
	'by channel': 'group_by=channel',
	'by sector': 'group_by=sector',
	'by province': 'group_by=province',
	'complaints by category': 'kind=complaint&group_by=category',
	'energy by category': 'sector=energy&group_by=category',
	'phone by sector': 'channel=phone&group_by=sector',
	'total a day, 90 days': 'interval=day&from=-89',
	'energy by phone by category': 'sector=energy&channel=phone&group_by=category'
};

export type QuestionName = keyof typeof addresses;

export const questionNames = Object.keys(addresses) as QuestionName[];

export function questionOf(name: QuestionName, now: Date): TrendsQuestion {
	const query = Object.fromEntries(new URLSearchParams(addresses[name]));
	const daysBack = Number(query.from);
	if (daysBack) {
		query.from = new Date(now.getTime() + daysBack * 86_400_000).toISOString().slice(0, 10);
	}
	return toQuestion(trendsQuery.parse(query), now);
}
