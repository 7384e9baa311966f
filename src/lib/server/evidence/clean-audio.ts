import { NotAccepted } from './not-accepted.ts';
import { cleanMp4 } from './clean-mp4.ts';

/**
 * Sound without what a recorder wrote beside it: titles, places, pictures. The sound itself stays
 * as it is, and so do the comments in an Ogg file.
 * @throws NotAccepted when it is broken or holds more than sound.
 */
export function cleanAudio(bytes: Uint8Array, media_type: string): Uint8Array {
	const file = Buffer.from(bytes);
	if (media_type === 'audio/mpeg') return withoutTags(file);
	if (media_type === 'audio/wav') return withoutNotes(file);
	if (media_type === 'audio/mp4') return cleanMp4(file);
	return file;
}

/** An MP3 without the tags before it (ID3v2) and behind it (ID3v1, 128 bytes). */
function withoutTags(file: Buffer): Buffer {
	let sound = file;
	while (sound.length > 10 && sound.toString('latin1', 0, 3) === 'ID3') {
		const [a, b, c, d] = sound.subarray(6, 10) as unknown as [number, number, number, number];
		const hasFooter = (sound[5]! & 0x10) !== 0;
		const length = ((a & 127) << 21) | ((b & 127) << 14) | ((c & 127) << 7) | (d & 127);
		sound = sound.subarray(10 + length + (hasFooter ? 10 : 0));
	}
	// Some writers leave zeros between the tag and the sound.
	let start = 0;
	while (start < sound.length && sound[start] === 0) start += 1;
	sound = sound.subarray(start);
	if (
		sound.length > 128 &&
		sound.toString('latin1', sound.length - 128, sound.length - 125) === 'TAG'
	) {
		sound = sound.subarray(0, -128);
	}
	if (sound.length < 4 || sound[0] !== 0xff || (sound[1]! & 0xe0) !== 0xe0) {
		throw new NotAccepted('evidence_broken');
	}
	return sound;
}

/** A WAV of nothing but its format and its sound. */
function withoutNotes(file: Buffer): Buffer {
	const kept: Buffer[] = [];
	const names: string[] = [];
	for (let at = 12; at + 8 <= file.length;) {
		const name = file.toString('latin1', at, at + 4);
		const length = file.readUInt32LE(at + 4);
		const end = at + 8 + length;
		// A recorder that was cut off promises more sound than there is.
		if (end > file.length) throw new NotAccepted('evidence_broken');
		if (name === 'fmt ' || name === 'fact' || name === 'data') {
			names.push(name);
			kept.push(file.subarray(at, end), Buffer.alloc(length % 2));
		}
		at = end + (length % 2);
	}
	if (!names.includes('fmt ') || !names.includes('data')) throw new NotAccepted('evidence_broken');
	const body = Buffer.concat(kept);
	const head = Buffer.from('RIFF\0\0\0\0WAVE', 'latin1');
	head.writeUInt32LE(body.length + 4, 4);
	return Buffer.concat([head, body]);
}
