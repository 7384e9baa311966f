import { afterAll, describe, expect, test } from 'vitest';
import { migratedFolder, operate, temporaryFolder } from '../support/operator.ts';

const { folder, remove } = await temporaryFolder();
afterAll(remove);
const env = { DATA_DIR: await migratedFolder(folder) };

describe('the filters of the operator', () => {
	test('read numbers, one a line', async () => {
		const { code, stdout } = await operate(['phone'], {}, '085 123 4567\r\nx\n');
		expect([
			code,
			...stdout
				.trim()
				.split('\n')
				.map((line) => JSON.parse(line))
		]).toEqual([
			0,
			{
				input: '085 123 4567',
				valid: true,
				e164: '+31851234567',
				national: '085 123 4567',
				type: 'VOIP',
				country: 'NL'
			},
			{ input: 'x', valid: false, e164: null, national: null, type: null, country: null }
		]);
	});

	test('classify texts, and say which line is none', async () => {
		const text = JSON.stringify({ text: 'Ik heb al drie keer nee gezegd en ze bleven bellen.' });
		const { code, stdout, stderr } = await operate(['classify'], {}, `${text}\n\n{"text":\n`);
		expect(Object.keys(JSON.parse(stdout))).toEqual([
			'kind',
			'kind_score',
			'categories',
			'suggested'
		]);
		expect([code, stderr]).toEqual([1, 'gehoord: line 3: not JSON\n']);
	});

	test('judge a series of counts, and say what is wrong with one that is none', async () => {
		const series = { observed: [1, 2, 3, 4, 5, 6, 7, 8, 90], method: 'ears_c1', range: [8, 8] };
		const { code, stdout } = await operate(['surveillance'], {}, JSON.stringify(series));
		expect([code, JSON.parse(stdout)]).toMatchObject([0, { expected: [5], alarm: [true] }]);
		const refused = await operate(['surveillance'], {}, '{"observed":[1],"method":"x"}');
		expect(refused).toMatchObject({ code: 1, stdout: '' });
		expect(refused.stderr).toContain('method: Invalid');
	});

	test('check the facts of one contact against the rules, without a database', async () => {
		const facts = {
			channel: 'phone_human',
			contact_at: '2026-07-02T19:05',
			recipient_type: 'consumer',
			purpose: 'commercial',
			org_type: 'commercial',
			customer_status: 'current',
			consent: 'no'
		};
		const { code, stdout } = await operate(['rules', 'check'], {}, JSON.stringify(facts, null, 2));
		expect(code).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({
			findings: [{ rule_id: 'tw-11.7-customer-abolished', outcome: 'likely' }],
			actions: ['A1', 'A2', 'A4'],
			regime: 'R3'
		});
		expect(await operate(['rules', 'check'], {}, '{')).toMatchObject({
			code: 1,
			stdout: '',
			stderr: 'gehoord: not JSON\n'
		});
		expect(await operate(['rules', 'check'], {}, '[]')).toMatchObject({ code: 1, stdout: '' });
		expect(await operate(['rules', 'check'], {}, '{"consent":"maybe"}')).toMatchObject({
			code: 1,
			stdout: '',
			stderr: 'gehoord: consent: one of yes, no\n'
		});
		expect(await operate(['rules'], {}, '{}')).toMatchObject({ code: 2, stdout: '' });
	});
});

describe('the operator', () => {
	test.each([
		[[], 'a command is missing'],
		[['frobnicate'], 'there is no command frobnicate'],
		[['phone', '--loud'], "Unknown option '--loud'"],
		[['import', 'x.csv', '--format', 'xml'], '--format is one of gehoord'],
		[['invite', 'no-address', '--role', 'committee'], 'one e-mail address is needed'],
		[['invite', 'a@example.org', '--role', 'king'], '--role is one of'],
		[['seed', '--reports', '10'], '--reports and --seed go with --demo']
	])('who uses it wrongly (%j) is told how, in one line', async (args, message) => {
		const { code, stdout, stderr } = await operate(args);
		expect([code, stdout]).toEqual([2, '']);
		expect(stderr).toContain(message);
		expect(stderr).toMatch(/^gehoord: .*; usage: gehoord .*\n$/);
	});

	test('invites the committee, and gets nothing but the result on standard output', async () => {
		const { code, stdout, stderr } = await operate(
			['invite', 'chair@example.org', '--role', 'committee'],
			env
		);
		expect([code, stderr]).toEqual([0, '']);
		expect(stdout).toBe(
			'chair@example.org may sign in as committee at http://localhost:3000/inloggen\n'
		);
	}, 120_000);

	test('fills a demo, the same twice', async () => {
		const demo = ['seed', '--demo', '--reports', '60', '--seed', '7'];
		expect((await operate(demo, env)).stdout).toContain('60 invented reports filed');
		expect((await operate(demo, env)).stdout).toContain('0 invented reports filed');
		expect(await operate(['rollups', 'verify'], env)).toMatchObject({ code: 0 });
	}, 240_000);
});
