import type { Backend } from './backend/backend.ts';
import { openBackend } from './backend/open.ts';
import { anonymousClient, deskClient, type Client } from './db/client.ts';
import type { Environment } from './env.ts';
import { openEvidenceStore, type EvidenceStore } from './evidence/store.ts';
import { startFolding } from './jobs/fold-report-counts.ts';
import { createLog, type Log } from './log.ts';
import { createMailer, type Mailer } from './mail/mailer.ts';
import { signInCodeMail } from './mail/sign-in-code.ts';
import { loadSecrets, type Secrets } from './secrets.ts';

/** Everything the use-cases work with, opened once a process. */
export type Desk = {
	env: Environment;
	secrets: Secrets;
	backend: Backend;
	/** With the desk's own rights. */
	service: Client;
	/** With the rights of the public. */
	anonymous: Client;
	mailer: Mailer;
	/** The contents of files that belong to reports. */
	evidence: EvidenceStore;
	log: Log;
	now: () => Date;
	close(): Promise<void>;
};

/** @throws WrongEnvironment when the environment does not allow it. */
export async function openDesk(env: Environment): Promise<Desk> {
	const log = createLog(env.logLevel);
	const mailer = createMailer(env);
	const secrets = await loadSecrets(env.secretsFile);
	const backend = await openBackend(env, secrets, (mail) => mailer.send(signInCodeMail(mail)));
	const service = deskClient(backend);
	const desk = {
		env,
		secrets,
		backend,
		service,
		anonymous: anonymousClient(backend),
		mailer,
		evidence: openEvidenceStore(env, service),
		log,
		now: () => new Date()
	};
	const folding = startFolding(desk);
	return {
		...desk,
		async close() {
			await folding.stop();
			await backend.close();
		}
	};
}
