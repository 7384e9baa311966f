/* `npm run dev`: the desk with hot reload, and its mail readable at /dev/mail. */
import { createServer } from 'vite';
import { readEnvironment } from '#lib/server/env.ts';
import { explain } from './explain.ts';

try {
	process.env.SHOW_MAIL = 'on';
	const { host, port } = readEnvironment();
	const server = await createServer({ server: { host, port, strictPort: true } });
	await server.listen();
	server.printUrls();
} catch (error) {
	explain(error);
}
