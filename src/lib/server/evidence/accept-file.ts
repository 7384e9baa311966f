import { fileTypeFromBuffer } from 'file-type';
import { isWhatItSays, kindOfDetected, type FileKind } from '#lib/domain/evidence/file-kinds.ts';
import { cleanName, extensionOf } from '#lib/domain/evidence/file-name.ts';
import { mostBytes, type EvidenceReason } from '#lib/domain/evidence/limits.ts';
import { cleanAudio } from './clean-audio.ts';
import { checkPdf } from './check-pdf.ts';
import { NotAccepted } from './not-accepted.ts';
import { redrawImage } from './redraw-image.ts';

/** A file as it came: what its sender says of it is not trusted. */
export type SentFile = { name: string; type: string; bytes: Uint8Array };

/** A file as it is kept. */
export type AcceptedFile = { name: string; media_type: string; bytes: Uint8Array };

/**
 * Looks at the contents of a file, and makes of it what may be kept.
 * @throws NotAccepted
 */
export async function acceptFile({ name, type, bytes }: SentFile): Promise<AcceptedFile> {
	if (bytes.length === 0) throw new NotAccepted('evidence_empty');
	if (bytes.length > mostBytes) throw new NotAccepted('evidence_too_large');
	// What is found may be cut off halfway: then it is no kind of file.
	const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? '';
	const kind = kindOfDetected(found);
	const extension = extensionOf(name);
	if (!kind) throw new NotAccepted(claimsToBeOurs(extension));
	if (!isWhatItSays(kind, extension, type)) throw new NotAccepted('evidence_mismatch');
	const kept = await keep(kind, bytes);
	return {
		name: cleanName(name, kept.extension ?? kind.extensions[0]!),
		media_type: kept.media_type ?? kind.media_type,
		bytes: kept.bytes
	};
}

type Kept = { bytes: Uint8Array; media_type?: string; extension?: string };

async function keep(kind: FileKind, bytes: Uint8Array): Promise<Kept> {
	if (kind.family === 'image') return redrawImage(bytes, kind.media_type);
	if (kind.family === 'audio') return { bytes: cleanAudio(bytes, kind.media_type) };
	checkPdf(bytes);
	return { bytes };
}

/** Text named `.jpg` is not what it says; text named `.txt` is just nothing we take. */
function claimsToBeOurs(extension: string): EvidenceReason {
	return /^(jpe?g?|jfif|png|webp|hei[cf]|hif|avif|pdf|mp[34]|m4a|og[ga]|opus|wav)$/.test(extension)
		? 'evidence_mismatch'
		: 'evidence_type';
}
