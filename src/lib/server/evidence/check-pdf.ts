import { constants, inflateSync } from 'node:zlib';
import { NotAccepted } from './not-accepted.ts';

/** What a document does by itself, or carries along. */
const active = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)\b/;

const mostInflated = 2 * 1024 * 1024;
const mostStreams = 200;

/**
 * Refuses a PDF that is cut off, or that plainly does more than show pages: runs a script, starts a
 * program, sends a form or carries other files. What is hidden better than that is why a PDF is
 * only ever given out to be saved, never shown by us.
 * @throws NotAccepted
 */
export function checkPdf(bytes: Uint8Array): void {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
	// Readers allow some signs after the end, but not another file.
	if (!text.slice(-1024).includes('%%EOF')) throw new NotAccepted('evidence_broken');
	// Chance writes anything into what is compressed: only what stands outside counts.
	const { outside, inside } = takeApart(text);
	if (
		active.test(plainNames(outside)) ||
		inside.some((objects) => active.test(plainNames(objects)))
	) {
		throw new NotAccepted('evidence_active');
	}
}

/** The document without its streams, and the objects that stand in compressed streams. */
function takeApart(text: string): { outside: string; inside: string[] } {
	const outside: string[] = [];
	const inside: string[] = [];
	let from = 0;
	for (const { index, 0: opening } of text.matchAll(/>>\s*stream\r?\n/g)) {
		if (index < from) continue;
		const dictionary = text.slice(from, index);
		const end = text.indexOf('endstream', index);
		if (end < 0) break;
		outside.push(dictionary);
		if (/\/ObjStm\b/.test(dictionary.slice(dictionary.lastIndexOf('obj')))) {
			inside.push(inflated(text.slice(index + opening.length, end)));
		}
		from = end + 'endstream'.length;
		if (inside.length > mostStreams) break;
	}
	outside.push(text.slice(from));
	return { outside: outside.join('\n'), inside };
}

/** Objects that cannot be read are no danger here: a reader cannot read them either. */
function inflated(stream: string): string {
	const contents = Buffer.from(stream, 'latin1');
	try {
		return inflateSync(contents, {
			maxOutputLength: mostInflated,
			finishFlush: constants.Z_SYNC_FLUSH
		}).toString('latin1');
	} catch {
		return '';
	}
}

/** `/J#61vaScript` is `/JavaScript`. */
const plainNames = (text: string) =>
	text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
