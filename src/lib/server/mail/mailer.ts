import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Environment } from '../env.ts';

export type Mail = {
	to: string;
	subject: string;
	text?: string;
	html?: string;
	/** The same for the same mail, so that a mail program that gets it twice shows it once. */
	messageId?: string;
};

export type Mailer = { send(mail: Mail): Promise<void> };

/** Over SMTP; without SMTP_URL every mail becomes a file in `DATA_DIR/mail`. */
export function createMailer(env: Environment): Mailer {
	return env.smtpUrl
		? overSmtp(env.smtpUrl, env.mailFrom)
		: intoFolder(mailFolder(env), env.mailFrom);
}

export const mailFolder = (env: Environment) => join(env.dataDir, 'mail');

function overSmtp(url: string, from: string): Mailer {
	const transport = createTransport(url);
	return {
		async send(mail) {
			await transport.sendMail({ from, ...mail });
		}
	};
}

function intoFolder(folder: string, from: string): Mailer {
	const transport = createTransport({ streamTransport: true, buffer: true });
	return {
		async send(mail) {
			const { message } = await transport.sendMail({ from, ...mail });
			await mkdir(folder, { recursive: true, mode: 0o700 });
			// Names that sort by time, so that the newest is the last.
			const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID()}.eml`;
			// Whoever looks into the folder sees whole mails only.
			const unfinished = join(folder, `${name}.part`);
			await writeFile(unfinished, message as Buffer, { mode: 0o600 });
			await rename(unfinished, join(folder, name));
		}
	};
}
