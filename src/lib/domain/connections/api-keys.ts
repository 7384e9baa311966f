import { z } from 'zod';
import { line, several } from '../report/submission.ts';

/** What a key may be made for; `hub.api_keys` holds the same. */
export const apiScopes = ['reports:read', 'reports:answer', 'messages:send', 'chain:read'] as const;
export type ApiScope = (typeof apiScopes)[number];

/** What an owner fills in for a new key. */
export const newApiKey = z.object({
	name: line(80).pipe(z.string().min(2, { error: 'error_connection_name' })),
	scopes: several(z.enum(apiScopes, { error: 'error_scopes' }), apiScopes.length).pipe(
		z.array(z.enum(apiScopes)).min(1, { error: 'error_scopes' })
	)
});
export type NewApiKey = z.output<typeof newApiKey>;
