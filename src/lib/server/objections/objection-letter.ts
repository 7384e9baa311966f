import { m } from '#lib/paraglide/messages.js';
import type { FollowedObjection } from './followed-objections.ts';
import { sayAgainst, sayShared } from './objection-words.ts';
import type { ObjectionTerms } from '#lib/domain/objection/terms.ts';

/** In the language of the organisation, whatever that of the reader. */
const options = { locale: 'nl' } as const;

/** The letter for somebody to send, where the desk has no address of the organisation. */
export function writeLetter(
	{ objection, proof_request, shared }: FollowedObjection,
	terms: ObjectionTerms
) {
	const { reference, organisation_name } = (objection ?? proof_request)!;
	const organisation = organisation_name;
	const proofTerm = { days: terms.proof_working_days };
	const paragraphs = [
		m.letter_greeting({}, options),
		...(objection
			? [
					m.letter_object({ organisation, against: sayAgainst(objection.against, 'nl') }, options),
					m.letter_objection_term({ days: terms.processed_days, hours: terms.norm_hours }, options)
				]
			: []),
		...(proof_request
			? [
					objection
						? m.letter_proof(proofTerm, options)
						: m.letter_proof_only({ organisation, ...proofTerm }, options)
				]
			: []),
		...(shared ? [[m.letter_me({}, options), ...sayShared(shared, 'nl')].join('\n')] : []),
		m.letter_registered({ reference }, options),
		[m.letter_end({}, options), ...(shared?.name ? ['', shared.name] : [])].join('\n')
	];
	const subject = objection
		? m.letter_subject_objection({ reference }, options)
		: m.letter_subject_proof({ reference }, options);
	return { subject, body: paragraphs.join('\n\n') };
}

export type ObjectionLetter = ReturnType<typeof writeLetter>;
