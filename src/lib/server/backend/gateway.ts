import { inspect } from 'node:util';
import { App, type Connection } from '@supabase/lite';
import type { Secrets } from '../secrets.ts';
import type { Sql, SendMail } from './backend.ts';

/** An address that is never dialled: the gateway answers in this process. */
const inProcess = 'http://gateway.internal';

/** Supabase's API over a connection of ours, in this process. */
export function openGateway(
	connection: Connection,
	secrets: Secrets,
	origin: string,
	sendMail: SendMail
) {
	keepOurGrants(connection);
	passOurErrors(connection);
	const app = new App({
		connection,
		api: { schemas: ['public'], extra_search_path: ['public'], max_rows: 10_000 },
		auth: {
			enabled: true,
			site_url: origin,
			jwt_secret: secrets.jwt_secret,
			jwt_expiry: 3600,
			enable_signup: true,
			publishable_key: secrets.publishable_key,
			secret_key: secrets.secret_key,
			email: {
				enable_signup: true,
				enable_confirmations: true,
				otp_length: 6,
				otp_expiry: 900,
				max_frequency: '1s'
			}
		},
		options: {
			drivers: { email: { send: sendMail } },
			server: { disableStudio: true, disableFallback: true }
		}
	});
	return {
		url: inProcess,
		publishableKey: secrets.publishable_key,
		secretKey: secrets.secret_key,
		fetch: async (input: RequestInfo | URL, init?: RequestInit) =>
			app.fetch(new Request(input, init)),
		/** Makes the auth schema where it lacks, and the roles that Supabase has by itself. */
		async prepare(sql: Sql) {
			await app.ensureSystemSchema();
			await sql.execute(supabaseRoles);
		}
	};
}

/**
 * As soon as one table has RLS, lite grants everything in its schema to all three roles. We grant
 * by name in the migrations, so the connection is told that this has been seen to.
 */
function keepOurGrants(connection: Connection) {
	Reflect.set(connection, 'rlsState', 'active');
}

/**
 * Lite turns a refusal of ours (class GH) into a fault without a code, so it is put as PostgREST
 * has functions put their own answers: the caller gets what PostgREST itself would make of it.
 * And it prints every error with the statement and what it was called with: what a reporter told
 * us. The error goes on as it is, but prints as one line with its code.
 */
function passOurErrors(connection: Connection) {
	const normalise = connection.normalizeDbError.bind(connection);
	connection.normalizeDbError = (error) => {
		const normalised = normalise(error);
		if (!(normalised instanceof Object)) return normalised;
		const { code, message, detail, hint } = normalised as Partial<Record<string, string>>;
		const passed = code?.startsWith('GH')
			? {
					code: 'PGRST',
					message: JSON.stringify({ code, message, details: detail, hint }),
					detail: JSON.stringify({ status: 400, headers: {} })
				}
			: normalised;
		const line = JSON.stringify({ event: 'database_error', code });
		Reflect.defineProperty(passed, inspect.custom, { value: () => line, configurable: true });
		return passed;
	};
}

/** What every Supabase project has before its first migration. */
const supabaseRoles = `
do $$
declare
	role_name text;
begin
	foreach role_name in array array['anon', 'authenticated', 'service_role'] loop
		if not exists (select from pg_roles where rolname = role_name) then
			execute format('create role %I nologin', role_name);
		end if;
		execute format('grant %I to current_user', role_name);
	end loop;
	alter role service_role bypassrls;
end $$;
create schema if not exists extensions;
grant usage on schema extensions, auth to anon, authenticated, service_role;
grant execute on all functions in schema auth to anon, authenticated, service_role;
`;
