/** What there is to see of a mail. */
export type ReadMail = { to: string; subject: string; sent_at: string; text: string };

/**
 * Reads a mail the desk itself wrote: headers, and one part of plain text. Not a reader of mail
 * from elsewhere.
 */
export function readMail(source: string): ReadMail {
	const [head = '', ...rest] = source.split('\r\n\r\n');
	const headers = new Map(
		head
			.replaceAll(/\r\n[ \t]+/g, ' ')
			.split('\r\n')
			.map((line) => {
				const colon = line.indexOf(':');
				return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
			})
	);
	const header = (name: string) => decodeWords(headers.get(name) ?? '');
	return {
		to: header('to'),
		subject: header('subject'),
		sent_at: new Date(header('date')).toISOString(),
		text: decode(rest.join('\r\n\r\n'), header('content-transfer-encoding'))
	};
}

function decode(body: string, encoding: string): string {
	if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
	if (encoding === 'quoted-printable') return fromHex(body.replaceAll('=\r\n', ''), '=');
	return body;
}

/** RFC 2047: `=?UTF-8?Q?caf=C3=A9?=`. */
function decodeWords(header: string): string {
	return header
		.replaceAll(/\?=\s+=\?/g, '?==?')
		.replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
			how.toLowerCase() === 'b'
				? Buffer.from(text, 'base64').toString('utf8')
				: fromHex(text.replaceAll('_', ' '), '=')
		);
}

function fromHex(text: string, mark: string): string {
	const bytes = text.replaceAll(new RegExp(`${mark}([0-9A-F]{2})`, 'gi'), (_, hex: string) =>
		String.fromCharCode(parseInt(hex, 16))
	);
	return Buffer.from(bytes, 'latin1').toString('utf8');
}
