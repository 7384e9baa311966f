import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** One thing the operator's tool does. */
export type Command = {
	/** For the list of commands. */
	about: string;
	/** What follows `gehoord`, on one line. */
	usage: string;
	run(args: string[]): Promise<void>;
};

/** The operator asked for something that cannot be asked: exit code 2, with the usage. */
export class WrongUse extends Error {}

/** Arguments by node:util, strictly. What it says of a wrong one is cut to its first sentence. */
export function readArguments<Config extends ParseArgsConfig>(config: Config) {
	try {
		return parseArgs(config);
	} catch (error) {
		throw new WrongUse((error as Error).message.split(/\. |\n/)[0]);
	}
}

/** The one choice an argument leaves. */
export function oneOf<Choice extends string>(
	choices: readonly Choice[],
	given: string | undefined,
	name: string
): Choice {
	const choice = choices.find((known) => known === given);
	if (!choice) throw new WrongUse(`${name} is one of ${choices.join(', ')}`);
	return choice;
}

/** A whole number of at least `least`. */
export function wholeNumber(given: string, name: string, least: number): number {
	const number = Number(given);
	if (!Number.isSafeInteger(number) || number < least) {
		throw new WrongUse(`${name} is a whole number of at least ${least}`);
	}
	return number;
}

/** npm runs in the folder of the project; the operator speaks of files from where they are. */
export function fromHere(path: string): string {
	return resolve(process.env.INIT_CWD ?? '.', path);
}
