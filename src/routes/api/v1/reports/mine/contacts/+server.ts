import { repeatedContact } from '#lib/domain/report/follow-up.ts';
import { endpoint, readJson } from '#lib/server/api/api.ts';
import { followCodeOf } from '#lib/server/following/follow-token.ts';
import * as followedReports from '#lib/server/following/followed-reports.ts';
import type { RequestEvent } from './$types';

/** It happened again: adds a contact to the report of a follow code, and gives it as it is then. */
export const POST = endpoint(
	async ({ locals, request }: RequestEvent) => {
		const code = followCodeOf(request);
		const sent = repeatedContact.parse(await readJson(request));
		await followedReports.addContact(locals.desk, code, sent);
		return followedReports.open(locals.desk, code);
	},
	{ limit: 'follow', status: 201 }
);
