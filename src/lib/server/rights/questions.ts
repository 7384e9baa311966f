import type { AskedQuestion } from '#lib/domain/rules/asked-question.ts';
import type { ReportedContact } from '#lib/domain/rules/report-facts.ts';
import { complimentQuestionsFor } from '#lib/domain/rules/compliment-questions.ts';
import type { Question } from '#lib/domain/rules/question-bank.ts';
import { channelOf, factsOfReport } from '#lib/domain/rules/report-facts.ts';
import { parseFacts } from '#lib/domain/rules/facts.ts';
import { questionsFor } from '#lib/domain/rules/questions.ts';
import type { Desk } from '../desk.ts';
import { partyOf, type Filing } from '../reports/findings.ts';
import * as ruleTables from './rule-tables.ts';

/** The questions for a report that is being written. */
export async function ask(
	desk: Desk,
	filing: Filing,
	locale: 'nl' | 'en'
): Promise<AskedQuestion[]> {
	if (filing.kind === 'compliment') {
		return inWords(complimentQuestionsFor(channelOf(filing.channel, filing.facts.channel)), locale);
	}
	return askKnown(desk, { ...filing, ...(await partyOf(desk, filing)) }, locale);
}

/** The questions of which an answer can still change what the rules say of a complaint. */
export async function askKnown(
	desk: Desk,
	report: ReportedContact,
	locale: 'nl' | 'en'
): Promise<AskedQuestion[]> {
	// No rule is made for another way of contact.
	if (report.channel === 'other') return [];
	const [first] = factsOfReport(report);
	const tables = await ruleTables.load(desk);
	return inWords(questionsFor(parseFacts(first), desk.now(), tables), locale);
}

const inWords = (questions: readonly Question[], locale: 'nl' | 'en'): AskedQuestion[] =>
	questions.map(({ id, options, ...words }) => ({
		id,
		question: words[locale],
		choices: options.map((option) => ({ value: option.value, label: option[locale] }))
	}));
