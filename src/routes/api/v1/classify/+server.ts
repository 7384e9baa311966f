import { classify } from '#lib/domain/text/classify.ts';
import { classifyQuestion } from '#lib/domain/text/classify-question.ts';
import { endpoint, readJson } from '#lib/server/api.ts';
import type { RequestEvent } from './$types';

/** What a text seems to be about; it is not kept. */
export const POST = endpoint(async ({ request }: RequestEvent) =>
	classify(classifyQuestion.parse(await readJson(request)))
);
