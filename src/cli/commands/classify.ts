import { classify } from '#lib/domain/text/classify.ts';
import { classifyQuestion } from '#lib/domain/text/classify-question.ts';
import { readArguments, type Command } from '../command.ts';
import { answerLines } from '../lines.ts';

export default {
	about: 'Filter: reads lines of JSON {text, lang?, channel?}, writes what each seems to be about.',
	usage: 'classify < texts.jsonl',
	async run(args) {
		readArguments({ args });
		await answerLines((line) => {
			if (line.trim() === '') return undefined;
			const question = classifyQuestion.safeParse(parseJson(line));
			if (!question.success) {
				const { path } = question.error.issues[0]!;
				throw new Error(
					path.length > 0
						? `${path.join('.')} is not what it should be: {text, lang?, channel?}`
						: 'not an object {text, lang?, channel?}'
				);
			}
			const { kind, kind_score, categories, suggested } = classify(question.data);
			return { kind, kind_score, categories, suggested };
		});
	}
} satisfies Command;

function parseJson(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		throw new Error('not JSON');
	}
}
