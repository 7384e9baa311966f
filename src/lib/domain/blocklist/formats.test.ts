import { describe, expect, test } from 'vitest';
import { canBeBlocked, type Blocklist } from './blocklist.ts';
import { blocklistFormatNames, blocklistFormats } from './formats.ts';

const list: Blocklist = {
	made_at: new Date('2026-01-01T12:00:00Z'),
	about_url: 'https://gehoord.example/over/open-data',
	numbers: [
		{ number: '+31851234567', complaints: 12, category: 'unwanted_contact', last_on: '2025-12-31' },
		{ number: '+4930123456', complaints: 5, category: null, last_on: '2025-12-30' }
	]
};
const digits = (text: string) => text.replaceAll(/\D/g, '');

describe('the numbers to block', () => {
	test.each(blocklistFormatNames)(
		'%s holds each number, and the file is empty without any',
		(name) => {
			const { write } = blocklistFormats[name];
			const written = write(list);
			for (const { number } of list.numbers) expect(digits(written)).toContain(number.slice(1));
			expect(write({ ...list, numbers: [] })).not.toContain('undefined');
			if (/json/.test(blocklistFormats[name].media_type)) JSON.parse(written);
		}
	);

	test('SpamBlocker finds a Dutch number with and without its country', () => {
		expect(blocklistFormats.spamblocker.write(list)).toBe(
			'pattern,description,isBlacklist,flags\n' +
				'31851234567,Gehoord unwanted_contact,true,1\n' +
				'851234567,Gehoord unwanted_contact,true,1\n' +
				'4930123456,Gehoord,true,1\n'
		);
	});

	test('PhoneBlock gets steps of votes, and a version that goes up', () => {
		expect(JSON.parse(blocklistFormats.phoneblock.write(list))).toEqual({
			numbers: [
				{
					phone: '+31851234567',
					votes: 10,
					rating: 'E_ADVERTISING',
					lastActivity: 1767139200000
				},
				{ phone: '+4930123456', votes: 4, rating: 'E_ADVERTISING', lastActivity: 1767052800000 }
			],
			version: 1767268800
		});
		expect(blocklistFormats.phoneblock_xml.write(list)).toContain(
			'<phone-info phone="+31851234567" votes="10" rating="E_ADVERTISING" last-activity="1767139200000"/>'
		);
	});

	test('Asterisk, FRITZ!Box, Fossify and callattendant get theirs', () => {
		expect(blocklistFormats.asterisk.write(list).split('\n')[0]).toBe(
			'database put blacklist +31851234567 "Gehoord 2026-01-01"'
		);
		expect(blocklistFormats.fritzbox.write(list)).toContain(
			'<number type="home" prio="1" id="0">0031851234567</number>'
		);
		expect(blocklistFormats.fossify.write(list)).toBe('+31851234567,+4930123456');
		expect(blocklistFormats.callattendant.write(list)).toMatch(/^PhoneNo,Name,Reason\r\n\+3185/);
	});

	test('a card for a telephone has all it must, line by line', () => {
		const cards = blocklistFormats.vcf.write(list).split('END:VCARD\r\n');
		expect(cards).toHaveLength(3);
		for (const line of ['VERSION:3.0', 'N:SPAM: +31851234567;;;;', 'TEL;TYPE=WORK:+31851234567']) {
			expect(cards[0]!.split('\r\n')).toContain(line);
		}
	});

	test('a service line, a short number and one that does not exist are not blocked', () => {
		expect(canBeBlocked('+31851234567')).toBe(true);
		expect(canBeBlocked('+31612345678')).toBe(true);
		for (const number of ['+318001234', '+319001234', '+31140', '+31850', '+310000000000']) {
			expect(canBeBlocked(number), number).toBe(false);
		}
	});
});
