import type { RequestHandler } from './$types';

/** The database answers. */
export const GET: RequestHandler = async ({ locals }) => {
	try {
		await locals.desk.backend.sql.query('select 1');
		return new Response('ok\n');
	} catch (error) {
		locals.desk.log.error({ event: 'not_ready', request_id: locals.request_id }, error);
		return new Response('the database does not answer\n', { status: 503 });
	}
};
