import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { Backend } from '../backend/backend.ts';
import type { Database } from './database.types.ts';

export type Client = SupabaseClient<Database>;

const withoutSession = {
	persistSession: false,
	autoRefreshToken: false,
	detectSessionInUrl: false
};

/** With the rights of somebody who has not signed in. */
export function anonymousClient(backend: Backend): Client {
	return createClient<Database>(backend.url, backend.publishableKey, {
		auth: withoutSession,
		global: { fetch: backend.fetch }
	});
}

/** With the rights of whoever signed in. */
export function visitorClient(backend: Backend, accessToken: string): Client {
	return createClient<Database>(backend.url, backend.publishableKey, {
		auth: withoutSession,
		global: { fetch: backend.fetch, headers: { Authorization: `Bearer ${accessToken}` } }
	});
}

/** With the desk's own rights, past RLS: for use-cases whose functions are granted to it alone. */
export function deskClient(backend: Backend): Client {
	return createClient<Database>(backend.url, backend.secretKey, {
		auth: withoutSession,
		global: { fetch: backend.fetch }
	});
}
