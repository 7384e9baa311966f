/** What a benchmark found, as it is printed, and kept in bench-results.json. */
export type Table = {
	benchmark: string;
	backend: string;
	title: string;
	columns: string[];
	rows: (string | number)[][];
	notes?: string[];
};

/** The table in Markdown, as docs/performance.md takes it. */
export function format({ title, columns, rows, notes = [] }: Table): string {
	const cells = [columns, ...rows.map((row) => row.map(show))];
	const widths = columns.map((_, column) =>
		Math.max(3, ...cells.map((row) => row[column]!.length))
	);
	const line = (row: string[]) =>
		`| ${row.map((cell, column) => (column ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join(' | ')} |`;
	const rule = `| ${widths.map((width, column) => (column ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
	const [head, ...body] = cells.map(line);
	return [`### ${title}`, '', head, rule, ...body, '', ...notes.flatMap((note) => [note, ''])].join(
		'\n'
	);
}

/** Three digits are enough; more would be noise. */
function show(value: string | number): string {
	if (typeof value === 'string') return value;
	if (!Number.isFinite(value)) return '–';
	const size = Math.abs(value);
	return size >= 100
		? Math.round(value).toLocaleString('en')
		: size >= 10
			? value.toFixed(1)
			: value.toFixed(2);
}

/** A number of reports where there is little room: 100k, 1M. */
export function short(reports: number): string {
	return reports >= 1_000_000 ? `${reports / 1_000_000}M` : `${reports / 1000}k`;
}
