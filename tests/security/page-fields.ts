/* Reads a page as far as the fuzz needs it: which fields it shows, and with what in them. */

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const unescape = (text: string) =>
	text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!);

/** What stands in the text fields of a page, by name; of two with one name, both. */
export function fieldsOf(html: string): Map<string, string[]> {
	const fields = new Map<string, string[]>();
	const add = (name: string, value: string) =>
		fields.set(name, [...(fields.get(name) ?? []), unescape(value)]);
	for (const [tag] of html.matchAll(/<input\b(?:"[^"]*"|[^>"])*>/g)) {
		const name = /\sname="([^"]*)"/.exec(tag)?.[1];
		if (name) add(name, /\svalue="([^"]*)"/.exec(tag)?.[1] ?? '');
	}
	for (const [, tag, text] of html.matchAll(
		/<textarea\b((?:"[^"]*"|[^>"])*)>([^]*?)<\/textarea>/g
	)) {
		const name = /\sname="([^"]*)"/.exec(tag!)?.[1];
		// Svelte writes a line end before a text that begins with one: the browser drops the first.
		if (name) add(name, text!.replace(/^\n/, ''));
	}
	return fields;
}

/** The errors that a page sums up, each with the field it points to. */
export function errorsOf(html: string): { field: string; text: string }[] {
	const summary = /<div role="alert"[^>]*>[^]*?<\/ul>/.exec(html)?.[0] ?? '';
	return [...summary.matchAll(/<li\b[^>]*>([^]*?)<\/li>/g)].map(([, item]) => ({
		field: /href="#([^"]*)"/.exec(item!)?.[1] ?? '',
		text: item!.replaceAll(/<[^>]*>/g, '').trim()
	}));
}
