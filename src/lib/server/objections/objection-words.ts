import {
	flawsOf,
	type ConsentFlaw,
	type ConsentRecord
} from '#lib/domain/objection/consent-record.ts';
import type { Identifiers } from '#lib/domain/objection/identifiers.ts';
import type { ObjectionChannel, SentRoute } from '#lib/domain/objection/submission.ts';
import { parsePhoneNumber } from '#lib/domain/phone-number/parse-phone-number.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';

/* What an objection and an answer say, in words: for mails, letters, the PDF and the pages. */

const channelWords: Record<ObjectionChannel, typeof m.objection_channel_phone> = {
	phone: m.objection_channel_phone,
	message: m.objection_channel_message,
	email: m.objection_channel_email,
	post: m.objection_channel_post,
	door: m.objection_channel_door
};

const flawWords: Record<ConsentFlaw, typeof m.objection_flaw_not_active> = {
	none_given: m.objection_flaw_none_given,
	not_active: m.objection_flaw_not_active,
	not_separate: m.objection_flaw_not_separate,
	organisation_not_named: m.objection_flaw_organisation_not_named,
	channel_not_named: m.objection_flaw_channel_not_named,
	not_verified: m.objection_flaw_not_verified
};

export const routeWords: Record<SentRoute, typeof m.objection_route_mail> = {
	mail: m.objection_route_mail,
	letter: m.objection_route_letter,
	web: m.objection_route_web
};

const verificationWords = {
	link: m.proof_verification_link,
	code: m.proof_verification_code,
	announced_call: m.proof_verification_announced_call,
	other: m.proof_verification_other,
	none: m.proof_verification_none
};

/** Telefonisch, aan de deur. */
export const sayAgainst = (against: readonly ObjectionChannel[], locale: Locale) =>
	against.map((channel) => channelWords[channel]({}, { locale })).join(', ');

/** What is shared with the organisation, one line each. */
export function sayShared(shared: Identifiers, locale: Locale): string[] {
	const { name, phone_numbers, email, address } = shared;
	const national = (number: string) => parsePhoneNumber(number).national ?? number;
	return [
		...(name ? [m.objection_shared_name({ value: name }, { locale })] : []),
		...phone_numbers.map((number) =>
			m.objection_shared_number({ value: national(number) }, { locale })
		),
		...(email ? [m.objection_shared_email({ value: email }, { locale })] : []),
		...(address ? [m.objection_shared_address({ value: address }, { locale })] : [])
	];
}

/** The consent as the organisation showed it, field by field. */
export function sayRecord(record: ConsentRecord, locale: Locale) {
	const options = { locale };
	const given = [record.given_on && formatDay(record.given_on, locale), record.given_time];
	const { verification } = record;
	const lines: [string, string | null | false][] = [
		[
			m.proof_field_has_consent({}, options),
			record.has_consent === 'yes' ? m.proof_has_yes({}, options) : m.proof_has_no({}, options)
		],
		[m.proof_field_given({}, options), given.filter(Boolean).join(', ')],
		[m.proof_field_text_shown({}, options), record.text_shown],
		[m.proof_field_source({}, options), record.source],
		[m.proof_field_ip_address({}, options), record.ip_address],
		[m.proof_field_asked_by({}, options), record.asked_by],
		[
			m.proof_field_verification({}, options),
			verification && verificationWords[verification]({}, options)
		],
		[m.proof_field_explanation({}, options), record.explanation]
	];
	return lines.flatMap(([name, text]) => (text ? [{ name, text }] : []));
}

/** What the rules ask of a consent, held against the one that was shown. */
export function sayJudgement(record: ConsentRecord, locale: Locale): string {
	const flaws = flawsOf(record);
	if (flaws.length === 0) return m.objection_proof_judged_ok({}, { locale });
	if (flaws[0] === 'none_given') return m.objection_proof_judged_none({}, { locale });
	const words = flaws.map((flaw) => flawWords[flaw]({}, { locale })).join('; ');
	return m.objection_proof_judged_flawed({ flaws: `${words}.` }, { locale });
}
