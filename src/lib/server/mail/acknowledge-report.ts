import { m } from '#lib/paraglide/messages.js';
import type { Desk } from '../desk.ts';

/** Tells the reporter that the report has come in. The follow code is never mailed. */
export async function acknowledgeReport(
	desk: Desk,
	{ to, reference, locale }: { to: string; reference: string; locale: 'nl' | 'en' }
): Promise<void> {
	const options = { locale };
	await desk.mailer.send({
		to,
		subject: m.mail_acknowledge_report_subject({ reference }, options),
		text: m.mail_acknowledge_report_text({ reference, address: desk.env.origin }, options)
	});
}
