import { m } from '#lib/paraglide/messages.js';
import type { Context, Letter } from './template.ts';

/** The letter as mail programs take it: the same words as plain text and as HTML. */
export function render(letter: Letter, context: Context) {
	return { subject: letter.subject, text: asText(letter, context), html: asHtml(letter, context) };
}

function asText({ paragraphs, link }: Letter, { locale, origin }: Context): string {
	return [
		...paragraphs,
		...[link ?? []].flat().map(({ label, href }) => `${label}:\n${href}`),
		`-- \n${m.mail_signature({ origin }, { locale })}`
	]
		.join('\n\n')
		.concat('\n');
}

function asHtml({ subject, paragraphs, link }: Letter, { locale, origin }: Context): string {
	// Mail programs know no style sheets, so each element carries its own.
	const body = paragraphs
		.map((text) => `<p style="margin:0 0 16px">${escape(text).replaceAll('\n', '<br>')}</p>`)
		.join('\n');
	const buttons = [link ?? []]
		.flat()
		.map(
			(
				link
			) => `<p style="margin:24px 0"><a href="${escape(link.href)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#ff7d21;color:#0e1020;text-decoration:none;font-weight:600">${escape(link.label)}</a></p>
<p style="margin:0 0 16px;font-size:14px;word-break:break-all">${escape(link.href)}</p>`
		)
		.join('\n');
	return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(subject)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto">
<p style="margin:0 0 24px;font-weight:700;font-size:20px">${escape(m.desk_name({}, { locale }))}</p>
${body}
${buttons}
<hr style="border:0;border-top:1px solid #b6b6b6;margin:24px 0 16px">
<p style="margin:0;font-size:14px">${escape(m.mail_signature({ origin }, { locale })).replaceAll('\n', '<br>')}</p>
</div>
</body>
</html>
`;
}

const escape = (text: string) =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
