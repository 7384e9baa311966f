import { getLocale } from '#lib/paraglide/runtime.js';
import { endpoint, readJson } from '#lib/server/api/api.ts';
import { readDraft } from '../report-draft.ts';
import { questionsOfDraft } from '../questions-of-draft.ts';
import type { RequestEvent } from './$types';

/** The questions that can still matter for what is filled in so far; nothing of it is kept. */
export const POST = endpoint(async ({ locals: { desk }, request }: RequestEvent) =>
	questionsOfDraft(desk, readDraft(await readJson(request), ''), getLocale())
);
