import { once } from 'node:events';
import { createInterface } from 'node:readline';

/**
 * A filter: for every line of standard input one line of JSON on standard output, at the pace of
 * whoever reads it. An error is told with the number of its line and ends the filter.
 */
export async function answerLines(answer: (line: string) => unknown): Promise<void> {
	let number = 0;
	for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
		number += 1;
		let said: unknown;
		try {
			said = answer(line);
		} catch (error) {
			throw new Error(`line ${number}`, { cause: error });
		}
		if (said === undefined) continue;
		if (!process.stdout.write(`${JSON.stringify(said)}\n`)) await once(process.stdout, 'drain');
	}
}
