import { NotAccepted } from './not-accepted.ts';

type Box = { type: string; start: number; body: number; end: number };

const parents = new Set(['moov', 'trak', 'mdia']);
/** Where titles, places and whatever a program likes is written. */
const notes = new Set(['udta', 'meta', 'uuid']);
const mostBoxes = 10_000;

/**
 * Sound in MPEG-4 (M4A) without what a recorder wrote beside it. Notes become empty room of the same
 * size, so that nothing moves. With moving pictures in it, it is not sound.
 * @throws NotAccepted
 */
export function cleanMp4(file: Buffer): Buffer {
	const tracks: string[] = [];
	const boxes = boxesIn(file, 0, file.length, 0);
	if (!boxes.some(({ type }) => type === 'moov')) throw new NotAccepted('evidence_broken');
	for (const { type, start, body, end } of boxes) {
		// After version, flags and a zero comes what kind of track it is.
		if (type === 'hdlr') tracks.push(file.toString('latin1', body + 8, body + 12));
		if (notes.has(type)) {
			file.write('free', start + 4, 'latin1');
			file.fill(0, body, end);
		}
	}
	if (tracks.includes('vide')) throw new NotAccepted('evidence_type');
	if (!tracks.includes('soun')) throw new NotAccepted('evidence_broken');
	return file;
}

/** The boxes from one place to another, and those within the ones that matter. */
function boxesIn(file: Buffer, from: number, to: number, depth: number): Box[] {
	const boxes: Box[] = [];
	for (let at = from; at + 8 <= to;) {
		const box = boxAt(file, at, to);
		boxes.push(box);
		if (depth < 4 && parents.has(box.type)) {
			boxes.push(...boxesIn(file, box.body, box.end, depth + 1));
		}
		if (boxes.length > mostBoxes) throw new NotAccepted('evidence_broken');
		at = box.end;
	}
	return boxes;
}

function boxAt(file: Buffer, at: number, to: number): Box {
	const type = file.toString('latin1', at + 4, at + 8);
	let length = file.readUInt32BE(at);
	let body = at + 8;
	if (length === 1 && at + 16 <= to) {
		length = Number(file.readBigUInt64BE(at + 8));
		body = at + 16;
	} else if (length === 0) {
		length = to - at;
	}
	const end = at + length;
	if (end < body || end > to) throw new NotAccepted('evidence_broken');
	return { type, start: at, body, end };
}
