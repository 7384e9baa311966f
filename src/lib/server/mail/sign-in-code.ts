import { m } from '#lib/paraglide/messages.js';
import type { Mail } from './mailer.ts';

/**
 * The identity service's mail with a code, in the desk's own words. Whose language it is nobody
 * knows yet, so it says everything twice.
 */
export function signInCodeMail({ to, text = '' }: Mail): Mail {
	const code = /\b\d{6}\b/.exec(text)?.[0];
	// It mails for other reasons too, which the desk never asks for: those are not passed on.
	if (!code) throw new Error('the identity service sent a mail without a code');
	const languages = [{ locale: 'nl' }, { locale: 'en' }] as const;
	return {
		to,
		subject: languages.map((options) => m.signin_mail_subject({}, options)).join(' · '),
		text: languages
			.map((options) => m.signin_mail_text({ code }, options))
			.join('\n\n– – –\n\n')
			.concat('\n')
	};
}
