import { conductConcepts } from './conduct.ts';
import { deceptionConcepts } from './deception.ts';
import { objectionConcepts } from './objection.ts';
import { praiseConcepts } from './praise.ts';
import { pressureConcepts } from './pressure.ts';
import { sceneConcepts } from './scenes.ts';
import { unwantedConcepts } from './unwanted.ts';

/** Concept → phrases, written `;`-separated: `word`, `stem*`, and `..` for up to four words between. */
export const concepts: Record<string, string> = {
	...objectionConcepts,
	...pressureConcepts,
	...conductConcepts,
	...deceptionConcepts,
	...unwantedConcepts,
	...praiseConcepts,
	...sceneConcepts
};
