import type { BlockedNumber, Blocklist } from './blocklist.ts';
import * as ofApps from './formats-of-apps.ts';
import * as ofBoxes from './formats-of-boxes.ts';

/** A way to write the list. */
export type BlocklistFormat = {
	media_type: string;
	/** Of the file; without a dot. */
	ending: string;
	/** The programs that read it, by their names; null for a common one. */
	for: string | null;
	write: (list: Blocklist) => string;
};

const plainText = 'text/plain; charset=utf-8';

const lines = (written: string[]) => written.map((line) => `${line}\n`).join('');
const cells = ({ number, complaints, category, last_on }: BlockedNumber) =>
	[number, complaints, category ?? '', last_on].join(',');

/** The formats by their names in the address. All but the first three are what others defined. */
export const blocklistFormats = {
	json: {
		media_type: 'application/json',
		ending: 'json',
		for: null,
		write: ({ made_at, about_url, numbers }) =>
			JSON.stringify({ made_at, about_url, count: numbers.length, numbers }, null, '\t')
	},
	csv: {
		media_type: 'text/csv; charset=utf-8',
		ending: 'csv',
		for: null,
		write: ({ numbers }) => lines(['number,complaints,category,last_on', ...numbers.map(cells)])
	},
	txt: {
		media_type: plainText,
		ending: 'txt',
		for: null,
		write: ({ numbers }) => lines(numbers.map(({ number }) => number))
	},
	...ofApps.formats,
	...ofBoxes.formats
} satisfies Record<string, BlocklistFormat>;

export type BlocklistFormatName = keyof typeof blocklistFormats;
export const blocklistFormatNames = Object.keys(blocklistFormats) as [
	BlocklistFormatName,
	...BlocklistFormatName[]
];
