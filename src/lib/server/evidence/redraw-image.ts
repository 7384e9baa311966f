import pLimit from 'p-limit';
import sharp, { type Sharp } from 'sharp';
import { mostBytes } from '#lib/domain/evidence/limits.ts';
import { decodeHeic } from './decode-heic.ts';
import { NotAccepted } from './not-accepted.ts';

// One picture is not read again, and two at a time are enough for a small machine.
sharp.cache(false);
sharp.concurrency(1);
const turns = pLimit(2);

/** More than any phone takes, and little enough that a bomb does no harm. */
const mostPixels = 60_000_000;
const seconds = 20;

const limits = { limitInputPixels: mostPixels, failOn: 'error', animated: false } as const;

type Redrawn = { bytes: Uint8Array; media_type: string; extension?: string };

/** How an image is drawn again: smaller each time, until it fits. */
const tries = [
	{ pixels: 24_000_000, quality: 85, isJpeg: false },
	{ pixels: 12_000_000, quality: 80, isJpeg: true },
	{ pixels: 4_000_000, quality: 60, isJpeg: true }
];

/**
 * Draws an image anew, the right way up, so that nothing is left of what else was in the file:
 * no place, no device, no other file behind it. HEIC and AVIF become JPEG.
 * @throws NotAccepted when it is broken or too large to be opened.
 */
export async function redrawImage(bytes: Uint8Array, media_type: string): Promise<Redrawn> {
	const isMadeJpeg = /^image\/(heic|avif)$/.test(media_type);
	try {
		return await turns(async () => {
			const open = await opener(bytes, media_type);
			if (!isMadeJpeg) return redraw(open, media_type);
			return { ...(await redraw(open, 'image/jpeg')), extension: 'jpg' };
		});
	} catch {
		// Within HEIC and AVIF are many ways to write a picture, of which some cannot be read.
		throw new NotAccepted(isMadeJpeg ? 'evidence_unreadable_photo' : 'evidence_broken');
	}
}

/** Reads the picture from its beginning, as often as it is asked for. */
async function opener(bytes: Uint8Array, media_type: string): Promise<() => Sharp> {
	if (media_type !== 'image/heic') return () => sharp(bytes, limits);
	const { data, width, height } = await decodeHeic(bytes, { mostPixels, seconds });
	return () => sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: mostPixels });
}

async function redraw(open: () => Sharp, media_type: string): Promise<Redrawn> {
	const { width, height } = await open().metadata();
	for (const { pixels, quality, isJpeg } of tries) {
		const scale = Math.min(1, Math.sqrt(pixels / (width * height)));
		const image = open().timeout({ seconds }).autoOrient();
		if (scale < 1) {
			const side = Math.max(1, Math.floor(Math.max(width, height) * scale));
			image.resize({ width: side, height: side, fit: 'inside' });
		}
		const format = isJpeg ? 'image/jpeg' : media_type;
		const drawn = await encode(image, format, quality).toBuffer();
		if (drawn.length > mostBytes) continue;
		return { bytes: drawn, media_type: format, ...(isJpeg && { extension: 'jpg' }) };
	}
	throw new Error('no size fits');
}

function encode(image: Sharp, media_type: string, quality: number): Sharp {
	if (media_type === 'image/png') return image.png();
	if (media_type === 'image/webp') return image.webp({ quality });
	return image.flatten({ background: '#fff' }).jpeg({ quality });
}
