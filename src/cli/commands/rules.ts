import { text } from 'node:stream/consumers';
import { checkRules } from '#lib/domain/rules/check.ts';
import { wrongFacts } from '#lib/domain/rules/wrong-facts.ts';
import { WrongUse, readArguments, type Command } from '../command.ts';

export default {
	about:
		'Filter: reads one facts object as JSON, writes which rules were possibly broken and what to do.',
	usage: 'rules check < facts.json',
	async run(args) {
		const { positionals } = readArguments({ args, allowPositionals: true });
		if (positionals.join(' ') !== 'check') throw new WrongUse('the one thing to do is check');
		console.log(JSON.stringify(checkRules(readFacts(await text(process.stdin)), new Date())));
	}
} satisfies Command;

function readFacts(sent: string): object {
	let facts: unknown;
	try {
		facts = JSON.parse(sent);
	} catch {
		throw new Error('not JSON');
	}
	if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) {
		throw new Error('not an object with facts');
	}
	const [wrong] = wrongFacts({ ...facts });
	if (wrong) {
		throw new Error(`${wrong.path.join('.')}: ${wrong.expected}`);
	}
	return facts;
}
