import type { AuditPurpose } from '#lib/domain/audit/looks.ts';
import { m } from '#lib/paraglide/messages.js';

/** What somebody looks for, in words. */
export const purposeLabels: Record<AuditPurpose, () => string> = {
	handling: m.purpose_handling,
	moderation: m.purpose_moderation,
	case: m.purpose_case,
	supervision: m.purpose_supervision,
	request_of_reporter: m.purpose_request_of_reporter,
	security: m.purpose_security
};
