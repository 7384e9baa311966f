import { readEnvironment } from '#lib/server/env.ts';
import { openApi } from '#lib/server/api/openapi.ts';
import { readArguments, type Command } from '../command.ts';

export default {
	about: 'Prints the description of the API, OpenAPI 3.1.',
	usage: 'openapi',
	async run(args) {
		readArguments({ args });
		console.log(JSON.stringify(openApi(readEnvironment().origin), null, '\t'));
	}
} satisfies Command;
