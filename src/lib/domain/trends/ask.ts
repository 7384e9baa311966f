import { toQuestion, trendsQuery, type TrendsQuestion } from './question.ts';

/** What is wrong with a question, at the field; `message` is the key of a message. */
export type TrendsIssue = { path: string; message: string };

export type Asked = { ok: true; question: TrendsQuestion } | { ok: false; issues: TrendsIssue[] };

/** Reads the question in an address, or tells what is wrong with it. */
export function ask(address: URLSearchParams, now: Date): Asked {
	const query = trendsQuery.safeParse(Object.fromEntries(address));
	if (!query.success) {
		const issues = query.error.issues.map(({ path, message }) => ({
			path: path.join('.'),
			message
		}));
		return { ok: false, issues };
	}
	try {
		return { ok: true, question: toQuestion(query.data, now) };
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		return { ok: false, issues: [{ path: 'from', message: error.message }] };
	}
}

/** The address of a question: the same everywhere it is asked. */
export function addressOf({ group_by, interval, from, to, filters }: TrendsQuestion): string {
	return String(new URLSearchParams({ from, to, interval, group_by, ...filters }));
}
