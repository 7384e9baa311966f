import pino from 'pino';

/**
 * One JSON line an event, on standard output. Only what is named here is ever written: no name,
 * number, address, text or token has a place in it, and a test proves it.
 */
export type LogLine = {
	event: string;
	request_id?: string;
	/** The route's pattern, `/nummer/[number]`: the address itself may hold a number. */
	route?: string;
	method?: string;
	status?: number;
	role?: string;
	ms?: number;
	reason?: string;
	count?: number;
	/** A name from our own lists: a job, a template. */
	name?: string;
};

export type Log = {
	info(line: LogLine): void;
	/** A fault: with the stack of the error, not with what it was called with. */
	error(line: LogLine, error: unknown): void;
};

export function createLog(level: string): Log {
	const logger = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
	return {
		info: (line) => logger.info(line),
		error: (line, error) => logger.error({ ...line, ...traceOf(error) })
	};
}

/** Where it went wrong. Messages of the database may quote values, so only our own are kept. */
function traceOf(error: unknown) {
	if (!(error instanceof Error)) return { trace: 'not an error' };
	const code = (error.cause as { code?: string } | undefined)?.code;
	const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
	const act = /^[a-z_ ]+ failed/.exec(error.message)?.[0];
	return { fault: error.name, act, code, trace: places.slice(0, 12).map((line) => line.trim()) };
}
