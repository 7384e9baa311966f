import { classify } from '#lib/domain/text/classify.ts';
import { classifyQuestion } from '#lib/domain/text/classify-question.ts';
import { mask } from '#lib/domain/text/mask/mask.ts';
import { endpoint, readJson } from '#lib/server/api/api.ts';
import type { RequestEvent } from './$types';

/** What a text seems to be about, and how others would read it; it is not kept. */
export const POST = endpoint(async ({ request }: RequestEvent) => {
	const question = classifyQuestion.parse(await readJson(request));
	const masked = mask(question.text);
	return { ...classify(question), masked: masked === question.text ? null : masked };
});
