/** A question with its answers, in one language. Every one of them may be skipped. */
export type AskedQuestion = {
	id: string;
	question: string;
	choices: { value: string; label: string }[];
};
