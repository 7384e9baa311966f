import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '../../src/lib/server/db/client.ts';
import type { Desk } from '../../src/lib/server/desk.ts';
import * as connections from '../../src/lib/server/connections/connections.ts';
import { deliverWebhooks } from '../../src/lib/server/connections/deliver-webhooks.ts';
import * as keys from '../../src/lib/server/keys.ts';
import * as answers from '../../src/lib/server/reports/answers.ts';
import * as reporterActs from '../../src/lib/server/following/reporter-acts.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import { backendNames, openTestDesk, readMail, signIn, submission } from '../support/desk.ts';
import { startReceiver } from '../support/webhook-receiver.ts';

const all = [
	'report.new',
	'report.message',
	'report.verdict',
	'report.deadline_near',
	'report.deadline_passed'
] as const;

describe.each(backendNames)('webhooks on %s', (backend) => {
	let desk: Desk;
	let owner: Client;
	let organisation: string;
	let receiver: Awaited<ReturnType<typeof startReceiver>>;
	let webhook_id: string;

	beforeAll(async () => {
		desk = await openTestDesk(backend, { WEBHOOK_TARGETS: 'any', ORIGIN: 'https://gehoord.test' });
		receiver = await startReceiver();
		const [made] = await desk.backend.sql.query<{ organisation_id: string }>(
			"insert into hub.organisations (name, slug, sector) values ('Stroomwijs', 'stroomwijs', 'energy') returning organisation_id"
		);
		organisation = made!.organisation_id;
		owner = await signIn(desk, 'eigenaar@stroomwijs.example', 'organisation_member', organisation);
		const secret = await connections.createWebhook(desk, owner, organisation, {
			url: receiver.url,
			events: [...all]
		});
		receiver.knows(secret);
		webhook_id = (await load()).webhook_id;
	});
	beforeEach(() => {
		receiver.received.length = 0;
		receiver.sent.length = 0;
		receiver.answerWith();
	});
	afterAll(async () => {
		await desk.close();
		await receiver.close();
	});

	const load = async () => (await connections.load(owner, organisation)).webhooks[0]!;
	const newest = async () => (await load()).deliveries[0]!;
	const file = () =>
		reports.file(desk, submission({ organisation_id: organisation }), { origin: 'form' });
	/** A message that failed waits; here its time has come. */
	const letTimePass = () =>
		desk.backend.sql.query(
			'update hub.webhook_deliveries set send_after = now() where sent_at is null'
		);
	const bodies = () => receiver.received.map(({ body }) => JSON.parse(body) as { type: string });

	test('a report, a message and a verdict are told, each once, with a reference and nothing else', async () => {
		const filed = await file();
		await reporterActs.sendMessage(desk, filed.follow_code, {
			to: 'organisation',
			text: 'My own words.'
		});
		await answers.answer(desk, owner, filed.reference, {
			answer_type: 'accepted',
			reason: 'apology',
			text: 'Sorry.'
		});
		await reporterActs.giveVerdict(desk, filed.follow_code, {
			verdict: 'solved',
			text: 'Fine by me.',
			reopen: false
		});
		expect(await deliverWebhooks(desk)).toBe(3);
		expect(await deliverWebhooks(desk)).toBe(0);
		expect(
			bodies()
				.map(({ type }) => type)
				.sort()
		).toEqual(['report.message', 'report.new', 'report.verdict']);
		for (const body of bodies()) {
			expect(body).toEqual({
				type: body.type,
				timestamp: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
				data: { reference: filed.reference }
			});
		}
		expect(receiver.received.map(({ status }) => status)).toEqual([204, 204, 204]);
	});

	test('an answer of 500 is tried again later, under the same id and with a new signature', async () => {
		receiver.answerWith(500);
		await file();
		expect(await deliverWebhooks(desk)).toBe(0);
		expect(await newest()).toMatchObject({ sent_at: null, attempts: 1, last_answer: '500' });
		expect((await load()).failing_since).not.toBeNull();
		expect(await deliverWebhooks(desk)).toBe(0);

		await letTimePass();
		expect(await deliverWebhooks(desk)).toBe(1);
		expect(receiver.received.map(({ status }) => status)).toEqual([500, 204]);
		expect(receiver.received[0]!.id).toBe(receiver.received[1]!.id);
		expect(await newest()).toMatchObject({ sent_at: expect.any(String), attempts: 2 });
		expect((await load()).failing_since).toBeNull();
		expect(JSON.stringify(await connections.load(owner, organisation))).not.toContain('nobody may');
	});

	test('what was listened in on is refused: a replay, a stale time, another body', async () => {
		await connections.testWebhook(desk, owner, webhook_id);
		const [message] = receiver.sent;
		expect(JSON.parse(message!.body)).toMatchObject({
			type: 'webhook.test',
			data: { reference: null }
		});
		expect(await receiver.post(message!)).toBe(409);
		const with_ = (headers: Record<string, string>, body = message!.body) =>
			receiver.post({ headers: { ...message!.headers, ...headers }, body });
		expect(await with_({ 'webhook-id': 'another' })).toBe(401);
		expect(await with_({ 'webhook-timestamp': String(Math.floor(Date.now() / 1000)) + '0' })).toBe(
			401
		);
		expect(await with_({}, message!.body.replace('test', 'new'))).toBe(401);

		// A desk whose clock is an hour behind signs what a receiver does not take.
		const late = { ...desk, now: () => new Date(Date.now() - 3_600_000) };
		await connections.testWebhook(late, owner, webhook_id);
		expect(await newest()).toMatchObject({ sent_at: null, last_answer: '400' });
		await connections.retryDelivery(desk, owner, (await newest()).delivery_id);
		expect(await newest()).toMatchObject({ sent_at: expect.any(String), last_answer: '204' });
	});

	test('a redirect is not followed', async () => {
		receiver.answerWith(302);
		await connections.testWebhook(desk, owner, webhook_id);
		expect(receiver.received).toHaveLength(1);
		expect(await newest()).toMatchObject({ sent_at: null, last_answer: '302' });
		await letTimePass();
		await deliverWebhooks(desk);
	});

	test('a process that dies while posting leaves its message to the next one', async () => {
		await file();
		await desk.service.rpc('claim_webhook_deliveries', { most: 20, seconds: 120 });
		expect(await deliverWebhooks(desk)).toBe(0);
		await desk.backend.sql.query(
			'update hub.webhook_deliveries set claimed_until = now() where sent_at is null'
		);
		expect(await deliverWebhooks(desk)).toBe(1);
	});

	test('the secret is encrypted, and follows a change of keys', async () => {
		const kept = await desk.backend.sql.query('select * from hub.webhooks');
		expect(JSON.stringify(kept)).not.toContain('whsec_');
		const before = desk.secrets.encryption_keys[0]!.id;
		await keys.rotate(desk);
		await connections.testWebhook(desk, owner, webhook_id);
		expect(receiver.received.map(({ status }) => status)).toEqual([204]);
		await keys.drop(desk, before);
	});

	test('an address inside the network is refused when it is entered and when it is posted to', async () => {
		const strict = { ...desk, env: { ...desk.env, postsAnywhere: false } };
		const create = (url: string) =>
			connections.createWebhook(strict, owner, organisation, { url, events: ['report.new'] });
		await expect(create(receiver.url)).rejects.toMatchObject({ reason: 'webhook_not_https' });
		await expect(create('https://169.254.169.254/')).rejects.toMatchObject({
			reason: 'webhook_not_public'
		});
		// What is written past the page is stopped when it is posted to.
		await connections.createWebhook(strict, owner, organisation, {
			url: 'https://hooks.stroomwijs.example/',
			events: ['report.new']
		});
		const inside = (await connections.load(owner, organisation)).webhooks.at(-1)!;
		await desk.backend.sql.query('update hub.webhooks set url = $1 where webhook_id = $2', [
			receiver.url.replace('http:', 'https:'),
			inside.webhook_id
		]);
		await connections.testWebhook(strict, owner, inside.webhook_id);
		expect(receiver.received).toEqual([]);
		const posted = (await connections.load(owner, organisation)).webhooks.at(-1)!;
		expect(posted.deliveries[0]).toMatchObject({ sent_at: null, last_answer: 'not_public' });
		await connections.removeWebhook(owner, inside.webhook_id);
	});

	test('an address that fails for days is switched off, and its owners are mailed', async () => {
		receiver.answerWith(500);
		await file();
		await deliverWebhooks(desk);
		await desk.backend.sql.query(
			"update hub.webhooks set failing_since = now() - interval '5 days 1 minute'"
		);
		receiver.answerWith(503);
		await letTimePass();
		await deliverWebhooks(desk);
		expect(await load()).toMatchObject({ disabled_because: 'failing' });
		const mail = (await readMail(desk)).at(-1)!;
		expect(mail).toContain('To: eigenaar@stroomwijs.example');
		expect(mail).toContain('/portaal/stroomwijs/koppelingen');

		await file();
		await letTimePass();
		expect(await deliverWebhooks(desk)).toBe(0);
		await expect(connections.testWebhook(desk, owner, webhook_id)).rejects.toMatchObject({
			reason: 'webhook_disabled'
		});
		await connections.switchWebhook(owner, webhook_id, true);
		expect(await deliverWebhooks(desk)).toBe(1);
	});
});
