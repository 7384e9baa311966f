import { text } from 'node:stream/consumers';
import { detect, surveillanceQuestion } from '#lib/domain/surveillance/detect.ts';
import { readArguments, type Command } from '../command.ts';

export default {
	about: 'Filter: reads a series of counts as JSON, writes what was expected and what stands out.',
	usage: 'surveillance < series.json',
	async run(args) {
		readArguments({ args });
		const question = surveillanceQuestion.safeParse(parseJson(await text(process.stdin)));
		if (!question.success) {
			const { path, message } = question.error.issues[0]!;
			throw new Error([path.join('.'), message].filter(Boolean).join(': '));
		}
		console.log(JSON.stringify(detect(question.data)));
	}
} satisfies Command;

function parseJson(sent: string): unknown {
	try {
		return JSON.parse(sent);
	} catch {
		throw new Error('not JSON');
	}
}
