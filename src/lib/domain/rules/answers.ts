import type { SentFacts } from './facts.ts';
import { questionBank } from './question-bank.ts';

/** The facts that chosen options stand for, by question; what the bank does not know says nothing. */
export function factsOfAnswers(answers: Readonly<Record<string, string>>): SentFacts {
	const facts: Record<string, unknown> = {};
	for (const { id, options } of questionBank) {
		const chosen = Object.hasOwn(answers, id) ? answers[id] : undefined;
		Object.assign(facts, options.find(({ value }) => value === chosen)?.facts);
	}
	return facts;
}
