import type { BlockedNumber, Blocklist } from './blocklist.ts';
import type { BlocklistFormat } from './formats.ts';

/* What apps on a telephone read. */

/** Where a vote stands for as many or more: PhoneBlock tells no exact ones. */
const voteSteps = [100, 50, 20, 10, 4, 2];
const votesOf = ({ complaints }: BlockedNumber) =>
	voteSteps.find((step) => step <= complaints) ?? 0;

/** By its own words for unwanted sales: the desk knows no fraud. */
const rating = 'E_ADVERTISING';
const instantOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** Goes up with every list: the seconds when it was made. */
const versionOf = ({ made_at }: Blocklist) => Math.floor(made_at.getTime() / 1000);

const national = (number: string) => (number.startsWith('+31') ? number.slice(3) : null);

export const formats = {
	/**
	 * SpamBlocker for Android. No mark of UTF-8 and no quotes; a pattern is digits alone. A Dutch
	 * call may be shown as 085…, so each Dutch number has a second row without its country.
	 */
	spamblocker: {
		media_type: 'text/csv; charset=utf-8',
		ending: 'csv',
		for: 'SpamBlocker',
		write: ({ numbers }) =>
			[
				'pattern,description,isBlacklist,flags',
				...numbers.flatMap(({ number, category }) =>
					[number.slice(1), national(number)]
						.filter((pattern) => pattern !== null)
						.map((pattern) => `${pattern},Gehoord ${category ?? ''},true,1`.replace(' ,', ','))
				),
				''
			].join('\n')
	},
	/** PhoneBlock's own list, which its clients and SpamBlocker read. */
	phoneblock: {
		media_type: 'application/json',
		ending: 'json',
		for: 'PhoneBlock',
		write: (list) =>
			JSON.stringify({
				numbers: list.numbers.map((one) => ({
					phone: one.number,
					votes: votesOf(one),
					rating,
					lastActivity: instantOf(one.last_on)
				})),
				version: versionOf(list)
			})
	},
	phoneblock_xml: {
		media_type: 'application/xml',
		ending: 'xml',
		for: 'PhoneBlock, SpamBlocker',
		write: (list) =>
			`<blocklist version="${versionOf(list)}"><numbers>${list.numbers
				.map(
					(one) =>
						`<phone-info phone="${one.number}" votes="${votesOf(one)}" rating="${rating}" last-activity="${instantOf(one.last_on)}"/>`
				)
				.join('')}</numbers></blocklist>`
	},
	/** Fossify Phone: one line, between commas. */
	fossify: {
		media_type: 'text/plain; charset=utf-8',
		ending: 'txt',
		for: 'Fossify Phone',
		write: ({ numbers }) => numbers.map(({ number }) => number).join(',')
	},
	/** Contacts for iPhone and Android (vCard 3.0, RFC 2426): to be blocked there as a group. */
	vcf: {
		media_type: 'text/vcard; charset=utf-8',
		ending: 'vcf',
		for: 'iPhone, Android',
		write: ({ numbers, made_at, about_url }) =>
			numbers
				.map(({ number, last_on }) =>
					[
						'BEGIN:VCARD',
						'VERSION:3.0',
						`UID:gehoord-${number.slice(1)}`,
						`FN:SPAM: ${number}`,
						`N:SPAM: ${number};;;;`,
						'CATEGORIES:SPAM',
						`TEL;TYPE=WORK:${number}`,
						`NOTE:${last_on}`,
						`URL:${about_url}`,
						`REV:${made_at.toISOString()}`,
						'END:VCARD',
						''
					].join('\r\n')
				)
				.join('')
	}
} satisfies Record<string, BlocklistFormat>;
