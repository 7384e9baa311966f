import type { RequestEvent } from '@sveltejs/kit';
import { nameInSentence } from '#lib/domain/evidence/file-name.ts';
import { mostFiles } from '#lib/domain/evidence/limits.ts';
import * as evidence from './evidence.ts';
import { secondsToWait } from '../guard/limits.ts';
import { say } from '../messages.ts';
import { NotAccepted } from './not-accepted.ts';

type Asking = Pick<RequestEvent, 'locals' | 'getClientAddress'>;

/** The files that go with a form, and in words why others do not. */
export type ReceivedFiles = { files: evidence.StagedFile[]; refusals: string[] };

/**
 * Takes in the files of a form: those that were staged before, by their tokens, and those that come
 * with it now. What is wrong with one of them is told in words and keeps nothing else back.
 */
export async function receiveFiles(event: Asking, data: FormData): Promise<ReceivedFiles> {
	const tokens = texts(data.getAll('evidence_token'));
	const there = await evidence.staged(event.locals.desk, tokens.slice(0, mostFiles));
	const files = there.filter(
		({ sha256 }, index) => there.findIndex((other) => other.sha256 === sha256) === index
	);
	const refusals = there.length < tokens.length ? [say('error_evidence_gone')] : [];
	// A field in which nothing was chosen is sent as a file without a name.
	const sent = data.getAll('evidence').filter((file) => file instanceof File && file.name !== '');
	for (const file of sent as File[]) {
		const took = await receiveFile(event, file, files.length);
		if ('refusal' in took) refusals.push(took.refusal);
		// The same file twice, as when a script had just staged it too.
		else if (!files.some(({ sha256 }) => sha256 === took.sha256)) files.push(took);
	}
	return { files, refusals };
}

/** Takes in one file, beside as many others as there are. */
export async function receiveFile(
	event: Asking,
	file: File,
	others = 0
): Promise<evidence.StagedFile | { refusal: string }> {
	const { desk, request_id } = event.locals;
	const refuse = (reason: string) => ({
		refusal: say(`error_${reason}`, { name: nameInSentence(file.name) })
	});
	const wait = await secondsToWait(event, 'evidence');
	if (wait !== undefined) {
		return { refusal: say('error_too_often', { minutes: Math.ceil(wait / 60) }) };
	}
	if (others >= mostFiles) return refuse('evidence_too_many_named');
	try {
		const bytes = new Uint8Array(await file.arrayBuffer());
		return await evidence.stage(desk, { name: file.name, type: file.type, bytes });
	} catch (error) {
		if (error instanceof NotAccepted) return refuse(error.reason);
		desk.log.error({ event: 'stage_evidence', request_id }, error);
		return refuse('evidence_not_kept');
	}
}

const texts = (values: FormDataEntryValue[]) =>
	[
		...new Set(values.filter((value) => typeof value === 'string' && /^[0-9a-f]{40}$/.test(value)))
	] as string[];
