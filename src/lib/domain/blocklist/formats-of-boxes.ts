import type { BlocklistFormat } from './formats.ts';

/* What exchanges, routers and boxes between the line and the telephone read. */

export const formats = {
	/** A phone book of a FRITZ!Box, to be chosen there as a call block; 00 instead of a plus. */
	fritzbox: {
		media_type: 'application/xml',
		ending: 'xml',
		for: 'FRITZ!Box',
		write: ({ numbers, made_at }) =>
			[
				'<?xml version="1.0" encoding="utf-8"?>',
				'<phonebooks>',
				`<phonebook name="Gehoord ${made_at.toISOString().slice(0, 10)}">`,
				...numbers.map(
					({ number }, index) =>
						`<contact><category>0</category><person><realName>SPAM ${number}</realName></person>` +
						`<telephony nid="1"><number type="home" prio="1" id="0">00${number.slice(1)}</number></telephony>` +
						`<services/><setup/><uniqueid>${index + 1}</uniqueid></contact>`
				),
				'</phonebook>',
				'</phonebooks>',
				''
			].join('\n')
	},
	/** Lines for `asterisk -rx`, into the family that BLACKLIST() and FreePBX look in. */
	asterisk: {
		media_type: 'text/plain; charset=utf-8',
		ending: 'txt',
		for: 'Asterisk, FreePBX',
		write: ({ numbers, made_at }) =>
			numbers
				.map(
					({ number }) =>
						`database put blacklist ${number} "Gehoord ${made_at.toISOString().slice(0, 10)}"\n`
				)
				.join('')
	},
	/** pamapa/callblocker. A number there is the beginning of numbers: ours are whole. */
	callblocker: {
		media_type: 'application/json',
		ending: 'json',
		for: 'callblocker',
		write: ({ numbers, made_at }) => {
			const moment = `${made_at.toISOString().slice(0, 19).replace('T', ' ')} +0000`;
			const entries = numbers.map(({ number, category }) => ({
				name: `Gehoord ${category ?? ''}`.trim(),
				number,
				date_created: moment,
				date_modified: moment
			}));
			return JSON.stringify({ name: 'gehoord', entries }, null, 1);
		}
	},
	/** callattendant, which keeps letters and digits of a number. */
	callattendant: {
		media_type: 'text/csv; charset=utf-8',
		ending: 'csv',
		for: 'callattendant',
		write: ({ numbers }) =>
			[
				'PhoneNo,Name,Reason',
				...numbers.map(
					({ number, category, complaints }) =>
						`${number},${category ?? 'Gehoord'},Gehoord (${complaints}x)`
				),
				''
			].join('\r\n')
	}
} satisfies Record<string, BlocklistFormat>;
