import { parsePhoneNumber } from '#lib/domain/phone-number/parse-phone-number.ts';
import { readArguments, type Command } from '../command.ts';
import { answerLines } from '../lines.ts';

export default {
	about: 'Filter: reads one phone number a line, writes what is known of each as a line of JSON.',
	usage: 'phone < numbers.txt',
	async run(args) {
		readArguments({ args });
		await answerLines((line) => {
			const { input, valid, e164, national, type, country } = parsePhoneNumber(line);
			return { input, valid, e164, national, type, country };
		});
	}
} satisfies Command;
