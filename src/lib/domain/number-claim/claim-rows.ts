import { numberClaim, type NumberClaim } from './number-claim.ts';

/** Columns of a file with numbers, by the names people give them. */
const columnNames: Record<string, readonly string[]> = {
	first_number: [
		'first_number',
		'number',
		'nummer',
		'telefoonnummer',
		'eerste_nummer',
		'van_nummer'
	],
	last_number: ['last_number', 'laatste_nummer', 'tot_en_met_nummer', 't/m'],
	valid_from: ['valid_from', 'vanaf', 'van', 'from', 'ingangsdatum'],
	valid_until: ['valid_until', 'tot_en_met', 'tot', 'until', 'einddatum'],
	campaign: ['campaign', 'campagne'],
	is_campaign_public: ['is_campaign_public', 'campagne_openbaar', 'openbaar'],
	contact_centre: ['contact_centre', 'contactcentrum', 'contactcenter', 'call_center', 'callcenter']
};

/** What holds for every row, where the row says nothing of it. */
export type RowDefaults = { proof: string; published_on: string; is_published: boolean };

/** A row of the file: a claim, or the keys of what is wrong with it. */
export type ClaimRow = { fields: string[] } & ({ claim: NumberClaim } | { problems: string[] });

/** Which column is which; null when no column holds the numbers. */
export function readColumns(header: readonly string[]): (string | undefined)[] | null {
	const columns = header.map((name) => {
		const plain = name
			.trim()
			.toLowerCase()
			.replaceAll(/[\s-]+/g, '_');
		return Object.keys(columnNames).find((column) => columnNames[column]!.includes(plain));
	});
	return columns.includes('first_number') ? columns : null;
}

/** Reads one row, as the form would read the same. */
export function readRow(
	columns: readonly (string | undefined)[],
	fields: string[],
	defaults: RowDefaults
): ClaimRow {
	const given: Record<string, unknown> = { ...defaults };
	columns.forEach((column, index) => {
		const text = fields[index]?.trim();
		if (column && text) given[column] = text;
	});
	for (const column of ['valid_from', 'valid_until']) given[column] = readDay(given[column]);
	given.is_campaign_public = /^(ja|yes|true|1|x)$/i.test(String(given.is_campaign_public ?? ''));
	given.size = given.last_number ? 'range' : '1';
	const read = numberClaim.safeParse(given);
	return read.success
		? { fields, claim: read.data }
		: { fields, problems: [...new Set(read.error.issues.map(({ message }) => message))] };
}

/** `1-3-2026` and `01/03/2026` are the first of March, as spreadsheets write it here. */
function readDay(text: unknown): unknown {
	const parts = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(String(text ?? ''));
	if (!parts) return text;
	const [, day, month, year] = parts;
	return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
}
