import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { openDesk, type Desk } from '#lib/server/desk.ts';
import { readEnvironment } from '#lib/server/env.ts';
import { apiRefusals } from '#lib/server/hooks/api-refusals.ts';
import { guard } from '#lib/server/hooks/guard.ts';
import { readableForms } from '#lib/server/hooks/readable-forms.ts';
import { secureHeaders } from '#lib/server/hooks/headers.ts';
import { limitBody } from '#lib/server/hooks/limit-body.ts';
import { handleFault, observe } from '#lib/server/hooks/observe.ts';

/** Kept outside the module: the development server loads it anew, the database stays open. */
const process_ = globalThis as typeof globalThis & { gehoordDesk?: Promise<Desk> };

export const init: ServerInit = async () => {
	if (process_.gehoordDesk) return void (await process_.gehoordDesk);
	process_.gehoordDesk = openDesk(readEnvironment(), true);
	const desk = await process_.gehoordDesk;
	process.once('sveltekit:shutdown', () => void desk.close());
};

const openHouse: Handle = async ({ event, resolve }) => {
	event.locals.desk = await process_.gehoordDesk!;
	event.locals.visitor = null;
	return resolve(event);
};

const speak: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ request, locale }) => {
		event.request = request;
		return resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) });
	});

export const handle = sequence(
	openHouse,
	observe,
	secureHeaders,
	speak,
	limitBody,
	readableForms,
	apiRefusals,
	guard
);
export const handleError: HandleServerError = handleFault;
