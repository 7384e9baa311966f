import { z } from 'zod';
import { decrypt } from '../crypto/encryption.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import { hashOf, unknownCode } from './followed-reports.ts';

const exported = z.looseObject({
	sealed: z.object({
		email: z.string().nullable(),
		email_key_id: z.string().nullable(),
		narrative: z.string().nullable(),
		narrative_key_id: z.string().nullable()
	})
});

/**
 * Everything that is kept about a report but keys, digests and what staff wrote about it, with the
 * address and the text before masking made readable.
 * @throws Refused `follow_code_unknown`
 */
export async function take(desk: Desk, code: string): Promise<Record<string, unknown>> {
	const answer = await desk.service.rpc('export_followed_report', {
		code_hash: hashOf(desk, code)
	});
	if (answer.error) unwrap('export_followed_report', answer);
	if (answer.data === null) throw unknownCode();
	const { sealed, ...rest } = exported.parse(answer.data);
	const open = (ciphertext: string | null, key_id: string | null) =>
		ciphertext && key_id ? decrypt(desk.secrets.encryption_keys, { ciphertext, key_id }) : null;
	return {
		taken_at: desk.now().toISOString(),
		...rest,
		email: open(sealed.email, sealed.email_key_id),
		narrative_before_masking: open(sealed.narrative, sealed.narrative_key_id)
	};
}
