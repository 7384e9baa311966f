import {
	letterAbout,
	type Letter,
	type LetterKind,
	type LetterSubject
} from '#lib/domain/letters/letters.ts';
import { parseCallerNumber } from '#lib/domain/phone-number/parse-phone-number.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';

/** A letter in words. What the reader still has to fill in stands between square brackets. */
export type WrittenLetter = {
	kind: LetterKind;
	title: string;
	/** When to use it, and until when. */
	about: string;
	subject: string;
	body: string;
};

type Locale = 'nl' | 'en';
type Parts = {
	organisation: string;
	number: string;
	contacts: string;
	contract: string;
	answer: string;
	today: string;
};

/** Writes one letter in the reader's language. */
export function write(kind: LetterKind, subject: LetterSubject, locale: Locale): WrittenLetter {
	const letter = letterAbout(kind, subject);
	const parts = partsOf(letter, locale);
	const { title, about, heading, body } = texts[kind];
	const text = [
		m.letter_opening(parts, { locale }),
		body(parts, letter, locale),
		m.letter_closing({}, { locale })
	].join('\n\n');
	return {
		kind,
		title: title({}, { locale }),
		about: letter.send_by
			? m.letter_withdrawal_until({ day: formatDay(letter.send_by, locale) }, { locale })
			: about({}, { locale }),
		subject: heading(parts, { locale }),
		body: text
	};
}

function partsOf(letter: Letter, locale: Locale): Parts {
	const dayAndTime = ({ day, time }: Letter['contacts'][number]) =>
		time
			? m.letter_moment({ day: formatDay(day, locale), time }, { locale })
			: formatDay(day, locale);
	const number = letter.caller_number && parseCallerNumber(letter.caller_number);
	const blank = {
		organisation: m.letter_blank_organisation({}, { locale }),
		number: m.letter_blank_number({}, { locale }),
		contacts: m.letter_blank_contacts({}, { locale }),
		contract: m.letter_blank_contract({}, { locale })
	};
	return {
		organisation: letter.organisation ?? blank.organisation,
		number: (number && (number.national ?? number.e164)) || blank.number,
		contacts: letter.contacts.map(dayAndTime).join('; ') || blank.contacts,
		contract: letter.contract_on ? formatDay(letter.contract_on, locale) : blank.contract,
		answer: formatDay(letter.answer_by, locale),
		today: formatDay(letter.written_on, locale)
	};
}

const texts = {
	objection: {
		title: m.letter_objection,
		about: m.letter_objection_about,
		heading: m.letter_objection_subject,
		body: (parts: Parts, { is_call }: Letter, locale: Locale) =>
			is_call
				? m.letter_objection_body(parts, { locale })
				: m.letter_objection_visit_body(parts, { locale })
	},
	consent_proof: {
		title: m.letter_consent_proof,
		about: m.letter_consent_proof_about,
		heading: m.letter_consent_proof_subject,
		body: (parts: Parts, _: Letter, locale: Locale) =>
			m.letter_consent_proof_body(parts, { locale })
	},
	data_source: {
		title: m.letter_data_source,
		about: m.letter_data_source_about,
		heading: m.letter_data_source_subject,
		body: (parts: Parts, _: Letter, locale: Locale) => m.letter_data_source_body(parts, { locale })
	},
	no_contract: {
		title: m.letter_no_contract,
		about: m.letter_no_contract_about,
		heading: m.letter_no_contract_subject,
		body: (parts: Parts, _: Letter, locale: Locale) => m.letter_no_contract_body(parts, { locale })
	},
	withdrawal: {
		title: m.letter_withdrawal,
		about: m.letter_withdrawal_about,
		heading: m.letter_withdrawal_subject,
		body: (parts: Parts, _: Letter, locale: Locale) => m.letter_withdrawal_body(parts, { locale })
	}
};
