import { resolve } from 'node:path';
import { z } from 'zod';

/** An environment that cannot work. Its message is one line for the operator. */
export class WrongEnvironment extends Error {}

const optionalUrl = (...protocols: string[]) =>
	z
		.url({
			protocol: new RegExp(`^(${protocols.join('|')})$`),
			error: `must be a ${protocols[0]} URL`
		})
		.optional();

const variables = z.object({
	PORT: z.coerce.number({ error: 'must be a number' }).int().min(0).max(65535).default(3000),
	HOST: z.string().default('127.0.0.1'),
	/** The address by which visitors reach the desk; links in mail start with it. */
	ORIGIN: optionalUrl('https', 'http'),
	/** Database, evidence, undelivered mail, generated secrets. */
	DATA_DIR: z.string().default('./data'),
	/** Instances that share a database share this file. */
	SECRETS_FILE: z.string().optional(),
	/** `any` lets webhooks go to addresses inside the network and without https: for tests alone. */
	WEBHOOK_TARGETS: z.enum(['public', 'any'], { error: 'must be public or any' }).default('public'),
	SMTP_URL: optionalUrl('smtp', 'smtps'),
	MAIL_FROM: z.string().default('Gehoord <meldpunt@localhost>'),
	RATE_LIMIT: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
	/** The header in which a trusted proxy puts the visitor's address. */
	ADDRESS_HEADER: z.string().optional(),
	/** Lets a monitor read /metrics from elsewhere than this machine. */
	METRICS_TOKEN: z.string().min(16, { error: 'must have at least 16 characters' }).optional(),
	LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
	/** Set by `npm start -- --demo` and `npm run dev`: shows undelivered mail at /dev/mail. */
	SHOW_MAIL: z.enum(['on', 'off']).default('off'),
	DATABASE_URL: optionalUrl('postgres', 'postgresql'),
	SUPABASE_URL: optionalUrl('https', 'http'),
	SUPABASE_PUBLISHABLE_KEY: z.string().optional(),
	SUPABASE_SECRET_KEY: z.string().optional()
});

export type Environment = ReturnType<typeof readEnvironment>;

/**
 * Reads and checks every variable at once. An empty variable counts as unset.
 * @throws WrongEnvironment naming the first variable that is wrong.
 */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env) {
	const filled = Object.entries(source).filter(([, value]) => value !== '');
	const parsed = variables.safeParse(Object.fromEntries(filled));
	if (!parsed.success) {
		const issue = parsed.error.issues[0]!;
		throw new WrongEnvironment(`${issue.path.join('.')} ${issue.message}`);
	}
	const env = parsed.data;
	const supabase = [env.SUPABASE_URL, env.SUPABASE_PUBLISHABLE_KEY, env.SUPABASE_SECRET_KEY];
	if (supabase.some(Boolean) && !(supabase.every(Boolean) && env.DATABASE_URL)) {
		throw new WrongEnvironment(
			'SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, SUPABASE_SECRET_KEY and DATABASE_URL go together: set all four or none of the first three'
		);
	}
	const dataDir = resolve(env.DATA_DIR);
	return {
		port: env.PORT,
		host: env.HOST,
		origin: env.ORIGIN ?? `http://localhost:${env.PORT}`,
		dataDir,
		secretsFile: resolve(env.SECRETS_FILE ?? `${dataDir}/secrets.json`),
		postsAnywhere: env.WEBHOOK_TARGETS === 'any',
		smtpUrl: env.SMTP_URL,
		mailFrom: env.MAIL_FROM,
		isRateLimited: env.RATE_LIMIT === 'on',
		addressHeader: env.ADDRESS_HEADER,
		metricsToken: env.METRICS_TOKEN,
		logLevel: env.LOG_LEVEL,
		showsMail: env.SHOW_MAIL === 'on',
		databaseUrl: env.DATABASE_URL,
		supabase: env.SUPABASE_URL
			? {
					url: env.SUPABASE_URL,
					publishableKey: env.SUPABASE_PUBLISHABLE_KEY!,
					secretKey: env.SUPABASE_SECRET_KEY!
				}
			: undefined
	};
}
