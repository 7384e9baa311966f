import type { EvidenceReason } from '#lib/domain/evidence/limits.ts';

/** Why a file is not taken. Not an error: the rest of the form stands. */
export class NotAccepted extends Error {
	override name = 'NotAccepted';
	readonly reason: EvidenceReason;

	constructor(reason: EvidenceReason) {
		super(reason);
		this.reason = reason;
	}
}
