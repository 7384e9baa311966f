import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { addressOf, ask, type TrendsIssue } from '#lib/domain/trends/ask.ts';
import type { TrendsQuestion } from '#lib/domain/trends/question.ts';
import { trendChoices } from '#lib/features/trends/trend-choices.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import type { Desk } from '#lib/server/desk.ts';
import { say } from '#lib/server/messages.ts';
import { loadKept } from '#lib/server/trends/trends-cache.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import type { PageServerLoad } from './$types.js';
import { questionsOf } from './overview.ts';

export const load: PageServerLoad = async ({ locals: { desk }, url }) => {
	const now = desk.now();
	const asked = ask(url.searchParams, now);
	const known = await taxonomy.load(desk);
	const page = {
		values: Object.fromEntries(url.searchParams),
		choices: trendChoices(known, getLocale()),
		annotations: known.annotations,
		today: dayOf(now)
	};
	const answer = asked.ok
		? await answerTo(desk, asked.question)
		: { issues: asked.issues, figures: [], asked: null };
	return { ...page, ...answer, issues: answer.issues.map(inWords) };
};

const inWords = ({ path, message }: TrendsIssue) => ({ path, text: say(message) });

async function answerTo(desk: Desk, question: TrendsQuestion) {
	try {
		const figures = await Promise.all(
			questionsOf(question).map(async (each) => ({
				address: addressOf(each),
				trends: await loadKept(desk, each)
			}))
		);
		return { issues: [], figures, asked: question };
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return {
			issues: [{ path: '', message: `error_${error.reason}` }],
			figures: [],
			asked: null
		};
	}
}
