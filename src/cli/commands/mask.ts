import { text } from 'node:stream/consumers';
import { mask } from '#lib/domain/text/mask/mask.ts';
import { readArguments, type Command } from '../command.ts';

export default {
	about: 'Filter: reads a text, writes it with personal data masked.',
	usage: 'mask < text.txt',
	async run(args) {
		readArguments({ args });
		// A name may stand on the line after a farewell: the text is read as one.
		process.stdout.write(mask(await text(process.stdin)));
	}
} satisfies Command;
