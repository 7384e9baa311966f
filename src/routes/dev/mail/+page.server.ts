import { error } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import { listKeptMail } from '#lib/server/mail/mailbox.ts';
import { render } from '#lib/server/mail/render.ts';
import { templates } from '#lib/server/mail/templates/index.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	const { env } = locals.desk;
	if (!env.showsMail) error(404);
	setHeaders({ 'cache-control': 'no-store' });
	const mails = await listKeptMail(env);
	const name = url.searchParams.get('mail');
	const template = url.searchParams.get('template');
	return {
		mails: mails.map(({ name, to, subject, sent_at }) => ({ name, to, subject, sent_at })),
		open: mails.find((mail) => mail.name === name) ?? mails[0] ?? null,
		templates: Object.keys(templates).sort(),
		example: template ? example(template, env.origin) : null
	};
};

/** What a template makes of its own example, in the language of the page. */
function example(name: string, origin: string) {
	const template = Object.hasOwn(templates, name) ? templates[name] : undefined;
	if (!template) error(404);
	const context = { locale: getLocale(), origin };
	const parameters = template.parameters.parse(template.example);
	return { name, ...render(template.write(parameters, context), context) };
}
