import { createClient } from '@supabase/supabase-js';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportSubmission } from '../../src/lib/domain/report/submission.ts';
import { visitorClient, type Client } from '../../src/lib/server/db/client.ts';
import { openDesk, type Desk } from '../../src/lib/server/desk.ts';
import { readEnvironment } from '../../src/lib/server/env.ts';
import { mailFolder } from '../../src/lib/server/mail/mailer.ts';
import { deliverMail } from '../../src/lib/server/mail/outbox.ts';
import { copyEmbeddedTemplate, createDatabase } from './databases.ts';

/** The backends that must behave alike, for `describe.each`. */
export const backendNames = ['postgres', 'embedded'] as const;

/** A desk in this process as an operator would open it, in a temporary folder; closing it removes the folder. */
export async function openTestDesk(
	backend: (typeof backendNames)[number],
	variables: NodeJS.ProcessEnv = {}
): Promise<Desk> {
	const folder = await mkdtemp(join(tmpdir(), 'gehoord-desk-'));
	const remove = () => rm(folder, { recursive: true, force: true });
	try {
		if (backend === 'embedded') copyEmbeddedTemplate(folder);
		const DATABASE_URL = backend === 'postgres' ? await createDatabase() : '';
		const env = readEnvironment({
			DATA_DIR: folder,
			LOG_LEVEL: 'silent',
			DATABASE_URL,
			...variables
		});
		const desk = await openDesk(env);
		return { ...desk, close: () => desk.close().finally(remove) };
	} catch (error) {
		await remove();
		throw error;
	}
}

/** The mail that was sent, oldest first, as it would go over the wire; what waits is sent first. */
export async function readMail(desk: Desk): Promise<string[]> {
	await deliverMail(desk);
	const { env } = desk;
	const files = await readdir(mailFolder(env)).catch(() => []);
	return Promise.all(files.sort().map((file) => readFile(join(mailFolder(env), file), 'utf8')));
}

/** Invites somebody, who then signs in with the code from the mail. */
export async function signIn(
	desk: Desk,
	email: string,
	role: string,
	organisation?: string
): Promise<Client> {
	const { backend } = desk;
	await desk.backend.sql.query('select public.invite($1, $2::hub.role, $3::uuid)', [
		email,
		role,
		organisation ?? null
	]);
	const { auth } = createClient(backend.url, backend.publishableKey, {
		auth: { persistSession: false, autoRefreshToken: false },
		global: { fetch: backend.fetch }
	});
	const sent = await auth.signInWithOtp({ email });
	if (sent.error) throw sent.error;
	const mail = (await readMail(desk)).filter((text) => text.includes(`To: ${email}`)).at(-1) ?? '';
	const token = /\b\d{6}\b/.exec(mail.slice(mail.indexOf('\r\n\r\n')))?.[0] ?? '';
	for (const type of ['email', 'magiclink', 'signup'] as const) {
		const { data } = await auth.verifyOtp({ email, token, type });
		if (!data.session) continue;
		const client = visitorClient(backend, data.session.access_token);
		await client.rpc('who_am_i');
		return client;
	}
	throw new Error(`${email} could not sign in with ${token || 'no code'}`);
}

/** A report as somebody sends it: a complaint by phone, unless the fields say otherwise. */
export const submission = (fields: Record<string, unknown> = {}) =>
	reportSubmission.parse({ kind: 'complaint', channel: 'phone', narrative: 'Again!', ...fields });
