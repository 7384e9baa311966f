import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { readMail, type ReadMail } from '../../src/lib/server/mail/read-mail.ts';

export type Received = ReadMail & { envelope_to: string[]; message_id: string };

/** A real mail server that keeps what it gets, and refuses what it is told to. */
export async function startSmtp() {
	const received: Received[] = [];
	const answers: { refusal: Error | null } = { refusal: null };
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onRcptTo: (_, __, done) => done(answers.refusal),
		onData(stream, session, done) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', async () => {
				const source = Buffer.concat(chunks).toString('utf8');
				received.push({
					...(await readMail(source)),
					envelope_to: session.envelope.rcptTo.map(({ address }) => address),
					message_id: /^Message-ID: (.*)$/im.exec(source)?.[1]?.trim() ?? ''
				});
				done();
			});
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${port}`,
		received,
		/** Answers every recipient with this code from now on; null takes mail again. */
		refuseWith(code: number | null) {
			answers.refusal =
				code === null ? null : Object.assign(new Error('refused'), { responseCode: code });
		},
		close: () => new Promise<void>((resolve) => server.close(() => resolve()))
	};
}
