import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { proofs } from '#lib/domain/number-claim/number-claim.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues } from '#lib/forms/parse-form.ts';
import { Refused } from '#lib/server/db/errors.ts';
import { receiveFiles } from '#lib/server/evidence/receive-files.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as numberFiles from '#lib/server/register/number-files.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = ({ locals, params }) => {
	visitors.ownOrganisationOf(locals, params.organisation, 'owner');
	return { today: dayOf(locals.desk.now()) };
};

const importForm = z.object({
	proof: z.enum(proofs, { error: 'error_proof_missing' }),
	is_published: z.literal(true, { error: 'error_publication_needed' }),
	published_on: z.iso.date({ error: 'error_day_missing' })
});

/** Everything typed, what is wrong, and per row of the file what happens to it. */
type Returned = {
	values: FormValues;
	kept: { token: string; name: string } | null;
	issues: { path: string; text: string }[];
	rows: { line: number; text: string; problems: string[] }[] | null;
	isDone: boolean;
};

export const actions: Actions = {
	check: (event) => run(event, true),
	import: (event) => run(event, false)
};

async function run(event: RequestEvent, isDryRun: boolean) {
	const { locals, params, request } = event;
	const own = visitors.ownOrganisationOf(locals, params.organisation, 'owner');
	const data = await request.formData();
	const { files, refusals } = await receiveFiles(event, data);
	const document = files.at(-1);
	// What the file says comes back as lines, so that it need not be chosen again.
	const lines = await linesOf(data);
	data.set('lines', lines);
	const returned = (more: Partial<Returned>): Returned => ({
		values: readValues(data),
		kept: document ? { token: document.token, name: document.name } : null,
		issues: [],
		rows: null,
		isDone: false,
		...more
	});
	const giveBack = (status: number, issues: { path: string; message: string }[]) =>
		fail(status, {
			...returned({
				issues: [
					...issues.map(({ path, message }) => ({ path, text: say(message) })),
					...refusals.map((text) => ({ path: 'evidence', text }))
				]
			})
		});

	const sent = parseForm(importForm, data);
	const issues = sent.ok ? [] : sent.issues;
	if (lines.trim() === '') issues.push({ path: 'lines', message: 'error_csv_missing' });
	if (!sent.ok || issues.length > 0 || refusals.length > 0) return giveBack(422, issues);
	if (sent.value.proof === 'document' && !document) {
		return giveBack(422, [{ path: 'evidence', message: 'error_document_needed' }]);
	}
	const rows = await numberFiles.read(lines, sent.value);
	if (!rows) return giveBack(422, [{ path: 'lines', message: 'error_csv_columns' }]);
	try {
		const { client } = visitors.required(locals);
		const token = sent.value.proof === 'document' ? document?.token : undefined;
		const options = { token, isDryRun };
		const id = own.organisation_id;
		const outcomes = await numberFiles.claimAll(locals.desk, client, id, rows, options);
		const told = outcomes.map((row) => ({ ...row, problems: row.problems.map((key) => say(key)) }));
		return isDryRun
			? returned({ rows: told })
			: returned({ rows: told, isDone: true, values: {}, kept: null });
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return giveBack(error.status, [{ path: '', message: `error_${error.reason}` }]);
	}
}

/** The lines of the file that was chosen, else those that were pasted. */
async function linesOf(data: FormData): Promise<string> {
	const file = data.get('csv');
	if (file instanceof File && file.size > 0)
		return decode(new Uint8Array(await file.arrayBuffer()));
	return String(data.get('lines') ?? '');
}

/** Spreadsheets here often write in the code page of Windows. */
function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}
