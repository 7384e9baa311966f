import { createServerClient } from '@supabase/ssr';
import { error, type Cookies } from '@sveltejs/kit';
import { z } from 'zod';
import {
	isAtLeast,
	membershipLevels,
	roles,
	type MembershipLevel
} from '#lib/domain/people/roles.ts';
import { visitorClient, type Client } from '../db/client.ts';
import type { Database } from '../db/database.types.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';

const ownOrganisation = z.object({
	organisation_id: z.string(),
	name: z.string(),
	slug: z.string(),
	level: z.enum(membershipLevels)
});

/** An organisation that the visitor works for, and what the visitor may do for it. */
export type OwnOrganisation = z.infer<typeof ownOrganisation>;

const identity = z.object({
	user_id: z.string(),
	email: z.string(),
	roles: z.array(z.enum(roles)),
	organisations: z.array(ownOrganisation)
});

export type Visitor = z.infer<typeof identity> & {
	/** With the visitor's own rights. */
	client: Client;
};

/** Staff who were away for longer are asked for a code again. */
const workingDaySeconds = 12 * 60 * 60;

/** The identity service with this visitor's session, which lives in cookies no script can read. */
function authClient(desk: Desk, cookies: Cookies) {
	const { url, publishableKey, fetch } = desk.backend;
	return createServerClient<Database>(url, publishableKey, {
		global: { fetch },
		cookieOptions: { name: 'gehoord-session' },
		cookies: {
			getAll: () => cookies.getAll(),
			setAll: (changes) => {
				for (const { name, value, options } of changes) {
					const maxAge = options.maxAge === 0 ? 0 : workingDaySeconds;
					cookies.set(name, value, {
						...options,
						maxAge,
						path: '/',
						httpOnly: true,
						sameSite: 'lax'
					});
				}
			}
		}
	});
}

/** Who this is, by the session in the cookies; null when nobody signed in or the session is over. */
export async function recognise(desk: Desk, cookies: Cookies): Promise<Visitor | null> {
	if (!cookies.getAll().some(({ name }) => name.startsWith('gehoord-session'))) return null;
	const { data } = await authClient(desk, cookies).auth.getSession();
	if (!data.session) return null;
	return enter(desk, data.session.access_token);
}

async function enter(desk: Desk, accessToken: string): Promise<Visitor | null> {
	const client = visitorClient(desk.backend, accessToken);
	// The gateway checks the token's signature and term; a session of old gets no answer.
	const answer = await client.rpc('who_am_i');
	if (answer.error) return null;
	return { ...identity.parse(unwrap('who_am_i', answer)), client };
}

/**
 * Mails a sign-in code, but only to somebody who has or awaits a role. Whoever asks must be told
 * the same either way, as fast, and without a cookie: nobody may learn here who works here.
 */
export async function sendCode(desk: Desk, email: string): Promise<void> {
	const isExpected = unwrap('is_expected', await desk.service.rpc('is_expected', { email }));
	if (!isExpected) return;
	const { error: failure } = await desk.anonymous.auth.signInWithOtp({
		email,
		options: { shouldCreateUser: true }
	});
	// A code was mailed a moment ago: that one still works.
	if (failure && failure.status !== 429) throw new Error('send_code failed', { cause: failure });
}

/** Signs in with the code from the mail. Null when it is wrong or too old. */
export async function signIn(
	desk: Desk,
	cookies: Cookies,
	email: string,
	token: string
): Promise<Visitor | null> {
	const { data } = await authClient(desk, cookies).auth.verifyOtp({
		email,
		token,
		// Supabase calls an e-mailed code `email`; the embedded identity service `magiclink`.
		type: desk.backend.name === 'supabase' ? 'email' : 'magiclink'
	});
	return data.session && enter(desk, data.session.access_token);
}

export async function signOut(desk: Desk, cookies: Cookies): Promise<void> {
	await authClient(desk, cookies).auth.signOut({ scope: 'local' });
}

/** The visitor of a guarded page, which the guard has made sure of. */
export function required(locals: App.Locals): Visitor {
	if (!locals.visitor) error(401);
	return locals.visitor;
}

/**
 * The organisation of a page in the portal, by the name in the address. Of one that is not the
 * visitor's own it is not even told that it exists.
 */
export function ownOrganisationOf(
	locals: App.Locals,
	slug: string,
	least: MembershipLevel = 'reader'
): OwnOrganisation {
	const own = required(locals).organisations.find((organisation) => organisation.slug === slug);
	if (!own) error(404);
	if (!isAtLeast(own.level, least)) error(403);
	return own;
}
