import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { readMail } from './read-mail.ts';

const write = async (subject: string, text: string) => {
	const transport = createTransport({ streamTransport: true, buffer: true });
	const { message } = await transport.sendMail({
		from: 'Gehoord <meldpunt@localhost>',
		to: 'iemand@voorbeeld.nl',
		subject,
		text
	});
	return String(message);
};

test('a mail is read as it was written', async () => {
	const text = 'Je code is 123456.\n\nGeef hem aan niemand = echt niemand.\n';
	const mail = await readMail(await write('Je code', text));
	expect(mail).toMatchObject({ to: 'iemand@voorbeeld.nl', subject: 'Je code' });
	expect(mail.text.replaceAll('\r\n', '\n')).toBe(text);
	expect(Date.parse(mail.sent_at)).not.toBeNaN();
});

test('letters with signs come through in the subject and in long lines of text', async () => {
	const subject = 'Één melding · geïnd, en een onderwerp dat te lang is voor één regel in een mail';
	const text = `Eén keer – ${'geïnteresseerd € '.repeat(20)}\n`;
	const mail = await readMail(await write(subject, text));
	expect(mail.subject).toBe(subject);
	expect(mail.text.replaceAll('\r\n', '\n')).toBe(text);
});
