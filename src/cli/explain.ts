/** Says in one line why a command stopped, and ends it. The stack only with DEBUG set. */
export function explain(error: unknown, exitCode = 1): never {
	const message = error instanceof Error ? error.message : String(error);
	const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
	console.error(`gehoord: ${[message, cause].filter(Boolean).join(': ').split('\n')[0]}`);
	if (process.env.DEBUG) console.error(error);
	process.exit(exitCode);
}
