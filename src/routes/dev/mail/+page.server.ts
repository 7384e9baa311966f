import { error } from '@sveltejs/kit';
import { listKeptMail } from '#lib/server/mail/mailbox.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	if (!locals.desk.env.showsMail) error(404);
	setHeaders({ 'cache-control': 'no-store' });
	const mails = await listKeptMail(locals.desk.env);
	const name = url.searchParams.get('mail');
	return {
		mails: mails.map(({ name, to, subject, sent_at }) => ({ name, to, subject, sent_at })),
		open: mails.find((mail) => mail.name === name) ?? mails[0] ?? null
	};
};
