import { lastDayOf } from '#lib/domain/calendar/days-left.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { formatMoment, formatSize } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';
import { sayJudgement, sayRecord } from './objection-words.ts';
import type { ProofFile } from './proof-files.ts';
import type { ProofOfReport } from './proofs-of-report.ts';

/** Files with a proof, as a list shows them. */
export const presentFiles = (files: readonly ProofFile[], locale: 'nl' | 'en') =>
	files.map(({ proof_file_id, name, media_type, byte_size }) => ({
		evidence_id: proof_file_id,
		name,
		size: formatSize(byte_size, locale),
		is_image: media_type.startsWith('image/')
	}));

/** A request for proof and what came of it, in words. */
export function presentProof(proof: ProofOfReport, locale: 'nl' | 'en') {
	const { reference, organisation_name: organisation, answered_at, answer, files } = proof;
	return {
		reference,
		told: answered_at
			? m.committee_proof_answered({ organisation, moment: formatMoment(answered_at, locale) })
			: m.committee_proof_waits({ organisation, day: formatDay(lastDayOf(proof.due_at), locale) }),
		answer: answer && sayRecord(answer, locale),
		judgement: answer && sayJudgement(answer, locale),
		files: presentFiles(files, locale)
	};
}

export type PresentedProof = ReturnType<typeof presentProof>;
