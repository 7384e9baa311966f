/** One field that is wrong; `path` as in the JSON that was sent. */
export type FieldProblem = { path: string; message: string };

const titles: Record<number, string> = {
	400: 'Bad request',
	401: 'Not signed in',
	403: 'Not allowed',
	404: 'Not found',
	405: 'Method not allowed',
	409: 'Conflict',
	413: 'Too large',
	415: 'Unsupported media type',
	422: 'Wrong fields',
	429: 'Too many requests',
	500: 'Fault'
};

/** An error as RFC 9457 has it. */
export function problem(
	status: number,
	detail: string,
	{ errors = [], headers = {} }: { errors?: FieldProblem[]; headers?: Record<string, string> } = {}
): Response {
	const title = titles[status] ?? 'Error';
	return new Response(JSON.stringify({ type: 'about:blank', title, status, detail, errors }), {
		status,
		headers: { 'content-type': 'application/problem+json', ...headers }
	});
}
