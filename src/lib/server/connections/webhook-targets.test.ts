import { describe, expect, test } from 'vitest';
import { checkTarget, isPublicAddress, lookupPublic } from './webhook-targets.ts';

const check = (url: string) => checkTarget(new URL(url), { isAnyAllowed: false });

describe('where the desk posts to', () => {
	test('is the open internet, over https', () => {
		for (const url of [
			'https://hooks.example.com/desk?x=1',
			'https://8.8.8.8/',
			'https://[2a00:1450:400e::1]:8443/'
		]) {
			expect(() => check(url), url).not.toThrow();
		}
	});

	test('is not anything else', () => {
		for (const url of [
			'http://hooks.example.com/',
			'https://user:secret@hooks.example.com/',
			'https://localhost/',
			'https://localhost./',
			'https://database/',
			'https://metadata.google.internal/',
			'https://127.0.0.1/',
			'https://2130706433/',
			'https://0x7f.1/',
			'https://0/',
			'https://10.1.2.3/',
			'https://172.31.255.255/',
			'https://192.168.0.1/',
			'https://169.254.169.254/latest/meta-data',
			'https://100.64.0.1/',
			'https://[::1]/',
			'https://[::]/',
			'https://[::ffff:127.0.0.1]/',
			'https://[::ffff:8.8.8.8]/',
			'https://[64:ff9b::a00:1]/',
			'https://[fe80::1]/',
			'https://[fd00::1]/',
			'https://[2002:7f00:1::]/'
		]) {
			expect(() => check(url), url).toThrow();
		}
	});

	test('is asked of every address that a name stands for', async () => {
		const found = await new Promise<unknown>((resolve) =>
			lookupPublic('localhost', { all: true }, (error, addresses) => resolve(error ?? addresses))
		);
		expect(found).toMatchObject({ code: 'not_public' });
		expect(isPublicAddress('not an address')).toBe(false);
	});
});
