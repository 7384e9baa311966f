import type { SentFacts } from './facts.ts';
import { complimentQuestions } from './compliment-questions.ts';
import { questionBank } from './question-bank.ts';

/** The facts that chosen options stand for, by question; what no bank knows says nothing. */
export function factsOfAnswers(answers: Readonly<Record<string, string>>): SentFacts {
	const facts: Record<string, unknown> = {};
	for (const { id, options } of [...questionBank, ...complimentQuestions]) {
		const chosen = Object.hasOwn(answers, id) ? answers[id] : undefined;
		Object.assign(facts, options.find(({ value }) => value === chosen)?.facts);
	}
	return facts;
}
