/*
 * `npm start`: builds when the sources are newer than the build, opens the desk and serves it.
 * With `-- --demo` it is filled with invented reports first.
 */
import { createServer } from 'node:http';
import { Server, type AddressInfo } from 'node:net';
import { buildIfNeeded } from './build-if-needed.ts';
import { readArguments, WrongUse } from './command.ts';
import { explain } from './explain.ts';
import { readEnvironment } from '#lib/server/env.ts';
import { largestBody } from '#lib/server/guard/body-limits.ts';

try {
	// Only then: it would load the whole desk, which the build brings along itself.
	const demo = isDemoAsked() ? await import('./demo.ts') : undefined;
	// Set before anything reads the environment: the mail of the demo is there to be read.
	if (demo) process.env.SHOW_MAIL = 'on';
	const env = readEnvironment();
	await buildIfNeeded();
	await demo?.prepareDemo();
	process.env.ORIGIN = env.origin;
	// The handler's own limit on what it reads; below it each route has its own.
	process.env.BODY_SIZE_LIMIT ??= String(largestBody);
	const { handler } = await import(new URL('../../build/handler.js', import.meta.url).href);
	serve(handler, env, demo?.tellDemo);
} catch (error) {
	explain(error);
}

/** Whether `npm start` was asked for the demo; anything else it is asked is wrong use. */
function isDemoAsked(): boolean {
	try {
		return (
			readArguments({ options: { demo: { type: 'boolean', default: false } } }).values.demo === true
		);
	} catch (error) {
		if (!(error instanceof WrongUse)) throw error;
		explain(new Error(`${error.message}; usage: npm start -- [--demo]`), 2);
	}
}

function serve(
	handler: Parameters<typeof createServer>[1],
	env: ReturnType<typeof readEnvironment>,
	tellDemo?: (env: ReturnType<typeof readEnvironment>) => void
) {
	const server = createServer(handler);
	server.on('error', (error: NodeJS.ErrnoException) => {
		explain(
			error.code === 'EADDRINUSE'
				? new Error(`port ${env.port} on ${env.host} is in use: set PORT to another one`)
				: error
		);
	});
	server.listen(env.port, env.host, () => {
		const { port } = server.address() as AddressInfo;
		console.log(`Gehoord listens on ${env.origin}${port === env.port ? '' : ` (port ${port})`}`);
		if (tellDemo) {
			tellDemo(env);
			return;
		}
		console.log(
			`Sign in at ${env.origin}/inloggen, after: npm run gehoord -- invite <e-mail> --role committee`
		);
	});

	let isStopping = false;
	server.prependListener('request', (_, response) => {
		if (isStopping) response.setHeader('connection', 'close');
	});
	for (const signal of ['SIGTERM', 'SIGINT'] as const) {
		process.on(signal, () => {
			if (isStopping) return;
			isStopping = true;
			// What has been asked is answered; then the database is closed and the process ends. Who is
			// knocking just now is let in first: the system cuts off connections not yet accepted. So
			// would the server of node:http those whose request is still on its way.
			const stop = () => process.emit('sveltekit:shutdown' as 'exit', 0);
			setTimeout(() => Server.prototype.close.call(server, stop), 1_000);
			setInterval(() => server.closeIdleConnections(), 1_000).unref();
			setTimeout(() => server.closeAllConnections(), 20_000).unref();
		});
	}
}
