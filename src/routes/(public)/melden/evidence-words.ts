import { acceptedTypes } from '#lib/domain/evidence/file-kinds.ts';
import { m } from '#lib/paraglide/messages.js';

/** What the field for files says and takes, in the reader's language. */
export const evidenceWords = () => ({
	accept: acceptedTypes,
	label: m.evidence_choose(),
	hint: `${m.evidence_hint()} ${m.evidence_hint_form()}`,
	kept: m.evidence_kept(),
	remove: m.evidence_remove(),
	share: m.evidence_share(),
	share_hint: m.evidence_share_hint()
});

export type EvidenceWords = ReturnType<typeof evidenceWords>;
