import { nameInSentence } from '#lib/domain/evidence/file-name.ts';
import { mostFiles } from '#lib/domain/evidence/limits.ts';
import { endpoint } from '#lib/server/api/api.ts';
import { Refused } from '#lib/server/db/errors.ts';
import * as evidence from '#lib/server/evidence/evidence.ts';
import { NotAccepted } from '#lib/server/evidence/not-accepted.ts';
import { followCodeOf } from '#lib/server/following/follow-token.ts';
import * as followedReports from '#lib/server/following/followed-reports.ts';
import { say } from '#lib/server/messages.ts';
import { problem } from '#lib/server/api/problem.ts';
import type { RequestEvent } from './$types';

/** Adds the file in the body to the report of a follow code, and tells what is kept of it. */
export const POST = endpoint(
	async ({ locals: { desk }, request, url }: RequestEvent) => {
		const code = followCodeOf(request);
		// Before anything is kept: is there a report to keep it for?
		const { evidence: known } = await followedReports.open(desk, code);
		const name = url.searchParams.get('name') ?? '';
		const type = request.headers.get('content-type') ?? '';
		const bytes = new Uint8Array(await request.arrayBuffer());
		try {
			if (known.length >= mostFiles) throw new Refused('evidence_too_many', 422);
			const { token } = await evidence.stage(desk, { name, type, bytes });
			const isShared = url.searchParams.get('share') === 'true';
			const [id] = await evidence.add(desk, code, [token], isShared);
			const report = await followedReports.open(desk, code);
			return report.evidence.find(({ evidence_id }) => evidence_id === id);
		} catch (error) {
			if (!(error instanceof NotAccepted)) throw error;
			const message = say(`error_${error.reason}`, { name: nameInSentence(name) });
			return problem(422, message, { errors: [{ path: 'body', message }] });
		}
	},
	{ limit: 'evidence', status: 201 }
);
