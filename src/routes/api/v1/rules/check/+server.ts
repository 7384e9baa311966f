import { checkRules } from '#lib/domain/rules/check.ts';
import { rulesQuestion } from '#lib/domain/rules/rules-question.ts';
import { endpoint, readJson } from '#lib/server/api/api.ts';
import * as ruleTables from '#lib/server/rights/rule-tables.ts';
import type { RequestEvent } from './$types';

/** Which rules these facts possibly break, and what to do; they are not kept. */
export const POST = endpoint(async ({ locals: { desk }, request }: RequestEvent) => {
	const asked = rulesQuestion.parse(await readJson(request));
	return checkRules(asked, desk.now(), await ruleTables.load(desk));
});
