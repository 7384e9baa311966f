import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openDesk, type Desk } from '../../src/lib/server/desk.ts';
import { deliverMail, postMail } from '../../src/lib/server/mail/outbox.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import { backendNames, openTestDesk, submission } from '../support/desk.ts';
import { startSmtp } from '../support/smtp.ts';

describe.each(backendNames)('the outbox on %s', (backend) => {
	let desk: Desk;
	let smtp: Awaited<ReturnType<typeof startSmtp>>;

	beforeAll(async () => {
		smtp = await startSmtp();
		desk = await openTestDesk(backend, { SMTP_URL: smtp.url, ORIGIN: 'https://gehoord.test' });
	});
	afterEach(() => {
		smtp.refuseWith(null);
		smtp.received.length = 0;
	});
	afterAll(async () => {
		await desk.close();
		await smtp.close();
	});

	const file = (email: string, locale = 'nl') =>
		reports.file(desk, submission({ email, locale }), { origin: 'form' });
	/** Mail that failed waits; here its time has come. */
	const letTimePass = () =>
		desk.backend.sql.query('update hub.outbox set send_after = now() where sent_at is null');
	const row = async (event_key: string) =>
		(
			await desk.backend.sql.query(
				'select *, sealed is null as is_wiped from hub.outbox where event_key = $1',
				[event_key]
			)
		)[0]!;
	const post = (event_key: string, to = 'iemand@voorbeeld.nl') =>
		postMail(desk, {
			event_key,
			template: 'acknowledge_report',
			locale: 'nl',
			to,
			parameters: { reference: '26-7K3F9Q', is_held: false }
		});

	test('who files with an address gets one mail, in the language of the report, as text and HTML', async () => {
		const filed = await file('reader@example.org', 'en');
		await deliverMail(desk);
		await deliverMail(desk);
		expect(smtp.received).toHaveLength(1);
		const [mail] = smtp.received;
		expect(mail).toMatchObject({
			envelope_to: ['reader@example.org'],
			subject: `We have your report ${filed.reference}`
		});
		expect(mail!.text).toContain('https://gehoord.test/en/volgen');
		expect(mail!.html).toContain('<html lang="en">');
		expect(mail!.html).toContain('href="https://gehoord.test/en/volgen"');
		expect(mail!.text + mail!.html).not.toContain(filed.follow_code);
	});

	test('what is refused mails nothing', async () => {
		await expect(
			reports.file(desk, submission({ email: 'a@example.org', contact_at: '2999-01-01' }), {
				origin: 'form'
			})
		).rejects.toThrow();
		expect(await deliverMail(desk)).toBe(0);
	});

	test('the same event is mailed once, however often it is posted and whoever delivers', async () => {
		for (let time = 0; time < 3; time++) await post('sign:1');
		for (let n = 0; n < 25; n++) await post(`many:${n}`);
		const other = backend === 'postgres' ? await openDesk(desk.env) : desk;
		await Promise.all([deliverMail(desk), deliverMail(other), deliverMail(desk)]);
		if (other !== desk) await other.close();
		expect(smtp.received).toHaveLength(26);
		expect(new Set(smtp.received.map(({ message_id }) => message_id)).size).toBe(26);
	});

	test('with the mail server away nothing is lost: it goes out later', async () => {
		smtp.refuseWith(451);
		await post('later:1');
		expect(await deliverMail(desk)).toBe(0);
		expect(await row('later:1')).toMatchObject({ sent_at: null, given_up_at: null, attempts: 1 });
		smtp.refuseWith(null);
		expect(await deliverMail(desk)).toBe(0);
		await letTimePass();
		expect(await deliverMail(desk)).toBe(1);
		expect(smtp.received).toHaveLength(1);
	});

	test('a process that dies while sending leaves its mail to the next one', async () => {
		await post('died:1');
		await desk.service.rpc('claim_mail', { most: 20, seconds: 120 });
		expect(await deliverMail(desk)).toBe(0);
		await desk.backend.sql.query(
			'update hub.outbox set claimed_until = now() where sent_at is null'
		);
		expect(await deliverMail(desk)).toBe(1);
	});

	test('once sent, the outbox no longer knows to whom or what', async () => {
		await post('secret:1');
		const before = await row('secret:1');
		expect(before.is_wiped).toBe(false);
		expect(JSON.stringify(before)).not.toContain('voorbeeld.nl');
		await deliverMail(desk);
		expect(await row('secret:1')).toMatchObject({ is_wiped: true, parameters: {} });
	});

	test('what cannot arrive is given up, and why is kept without an address', async () => {
		smtp.refuseWith(550);
		await post('gone:1');
		await post('tired:1');
		await desk.backend.sql.query("update hub.outbox set attempts = 7 where event_key = 'tired:1'");
		await deliverMail(desk);
		expect((await row('gone:1')).given_up_at).not.toBeNull();
		expect((await row('tired:1')).given_up_at).not.toBeNull();
		expect((await row('gone:1')).failure).toMatch(/^[A-Z]+ 550$/);
	});
});
