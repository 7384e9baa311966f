import type { Backend } from './backend/backend.ts';
import { openBackend } from './backend/open.ts';
import { anonymousClient, deskClient, type Client } from './db/client.ts';
import type { Environment } from './env.ts';
import { openEvidenceStore, type EvidenceStore } from './evidence/store.ts';
import { startFolding } from './jobs/fold-report-counts.ts';
import { startJobs } from './jobs/jobs.ts';
import { createLog, type Log } from './log.ts';
import { createMailer, type Mailer } from './mail/mailer.ts';
import { signInCodeMail } from './mail/sign-in-code.ts';
import { outboxWaker } from './mail/wake.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import { settleTelling } from './upkeep/telling.ts';

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
	/** Has waiting mail sent now, in the background. Tests and commands wait for the promise. */
	wakeOutbox: () => Promise<unknown>;
	log: Log;
	now: () => Date;
	close(): Promise<void>;
};

/**
 * @param runsJobs whether this process also does what nobody asks for: a server does, a command not.
 * @throws WrongEnvironment when the environment does not allow it.
 */
export async function openDesk(env: Environment, runsJobs = false): Promise<Desk> {
	const log = createLog(env.logLevel);
	const mailer = createMailer(env);
	const secrets = await loadSecrets(env.secretsFile);
	const backend = await openBackend(env, secrets, (mail) => mailer.send(signInCodeMail(mail)));
	const service = deskClient(backend);
	const desk: Desk = {
		env,
		secrets,
		backend,
		service,
		anonymous: anonymousClient(backend),
		mailer,
		evidence: openEvidenceStore(env, service),
		wakeOutbox: runsJobs ? outboxWaker(() => desk) : async () => {},
		log,
		now: () => new Date(),
		close: () => backend.close()
	};
	if (!runsJobs) return desk;
	await settleTelling(backend.sql, env.origin);
	const running = [startFolding(desk), await startJobs(desk)];
	return {
		...desk,
		async close() {
			await Promise.all(running.map(({ stop }) => stop()));
			await desk.wakeOutbox();
			await backend.close();
		}
	};
}
