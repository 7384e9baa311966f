import PDFDocument from 'pdfkit';
import { formatDay } from '#lib/i18n/format.ts';
import { formatInstant } from '#lib/i18n/format-instant.ts';
import type { ObjectionTerms } from '#lib/domain/objection/terms.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { FollowedObjection } from './followed-objections.ts';
import { printable } from '../pdf/printable.ts';
import { routeWords, sayAgainst, sayShared } from './objection-words.ts';

type Line = [name: string, text: string];

/**
 * Dated proof of what was asked of an organisation: a tagged PDF of plain text, with the fonts that
 * every reader has.
 */
export async function writeProof(
	followed: FollowedObjection,
	terms: ObjectionTerms,
	now: Date,
	locale: Locale
): Promise<Buffer> {
	const { reference } = (followed.objection ?? followed.proof_request)!;
	const title = m.pdf_title({ reference }, { locale });
	const document = new PDFDocument({
		size: 'A4',
		margin: 64,
		pdfVersion: '1.7',
		tagged: true,
		lang: locale === 'en' ? 'en-GB' : 'nl-NL',
		displayTitle: true,
		info: { Title: title, Author: 'Gehoord', CreationDate: now, ModDate: now }
	});
	const chunks: Buffer[] = [];
	const finished = new Promise<Buffer>((resolve, reject) => {
		document.on('data', (chunk: Buffer) => chunks.push(chunk));
		document.on('end', () => resolve(Buffer.concat(chunks)));
		document.on('error', reject);
	});
	const root = document.struct('Document');
	document.addStructure(root);
	const write = (tag: 'H1' | 'P', text: string, size: number, font: string, gap = 0) =>
		root.add(
			document.struct(tag, {}, () => {
				document.font(font).fontSize(size).text(printable(text), { paragraphGap: gap, lineGap: 2 });
			})
		);
	write('P', m.pdf_issuer({}, { locale }), 10, 'Helvetica', 18);
	write('H1', title, 20, 'Helvetica-Bold', 10);
	write('P', m.pdf_intro({}, { locale }), 11, 'Helvetica', 14);
	for (const [name, text] of linesOf(followed, terms, locale)) {
		write('P', name, 10, 'Helvetica-Bold', 1);
		write('P', text, 11, 'Helvetica', 9);
	}
	const moment = formatInstant(now.toISOString(), locale);
	write('P', m.pdf_made({ moment }, { locale }), 9, 'Helvetica');
	root.end();
	document.end();
	return finished;
}

function linesOf(
	{ objection, proof_request, shared }: FollowedObjection,
	terms: ObjectionTerms,
	locale: Locale
): Line[] {
	const options = { locale };
	const moment = (instant: string) => formatInstant(instant, locale);
	const one = (objection ?? proof_request)!;
	const references = [objection?.reference, proof_request?.reference].filter(Boolean);
	const what = [
		...(objection
			? [m.pdf_what_objection({ against: sayAgainst(objection.against, locale) }, options)]
			: []),
		...(proof_request ? [m.pdf_what_proof({}, options)] : [])
	];
	const how =
		one.is_sent_by_desk || !objection?.sent_route
			? m.pdf_sent_by_desk({}, options)
			: m.pdf_sent_by_consumer({ route: routeWords[objection.sent_route]({}, options) }, options);
	const lines: (Line | '' | null | undefined)[] = [
		[m.pdf_reference({}, options), references.join(', ')],
		[m.pdf_to({}, options), one.organisation_name],
		[m.pdf_what({}, options), what.join('\n')],
		[
			m.pdf_lodged({}, options),
			moment(objection ? objection.lodged_at : proof_request!.requested_at)
		],
		[
			m.pdf_sent({}, options),
			one.sent_at ? `${moment(one.sent_at)}, ${how}` : m.pdf_not_sent({}, options)
		],
		shared && [m.pdf_shared({}, options), sayShared(shared, locale).join('\n')],
		objection?.acknowledged_at && [
			m.pdf_acknowledged({}, options),
			moment(objection.acknowledged_at)
		],
		objection?.processed_at && [m.pdf_processed({}, options), moment(objection.processed_at)],
		objection?.sent_at && [
			m.pdf_term({}, options),
			m.pdf_term_value(
				{
					day: formatDay(objection.processed_by, locale),
					days: terms.processed_days,
					hours: terms.norm_hours
				},
				options
			)
		],
		proof_request?.sent_at && [
			m.pdf_proof_term({}, options),
			m.pdf_proof_term_value(
				{ day: formatDay(proof_request.answer_by, locale), days: terms.proof_working_days },
				options
			)
		]
	];
	return lines.filter((line): line is Line => Boolean(line));
}
