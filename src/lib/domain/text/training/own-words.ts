import { narratives } from './texts.ts';

/** The invented narratives written for training, as the words people use of their own. */
export const ownWords: readonly string[] = narratives('./own-narratives.jsonl').map(
	({ text }) => text
);
