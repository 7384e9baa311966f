import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { mostBytes } from '#lib/domain/evidence/limits.ts';
import { acceptFile } from './accept-file.ts';

const picture = (width = 60, height = 40) =>
	sharp({ create: { width, height, channels: 3, background: '#a33' }, limitInputPixels: false });
const noise = (width: number, height: number) =>
	sharp({
		create: {
			width,
			height,
			channels: 3,
			background: '#000',
			noise: { type: 'gaussian', mean: 128, sigma: 60 }
		}
	});
const accept = (name: string, bytes: Uint8Array | string, type = '') =>
	acceptFile({ name, type, bytes: Buffer.from(bytes) });
const refusal = (name: string, bytes: Uint8Array | string, type = '') =>
	accept(name, bytes, type).then(
		() => 'accepted',
		(error: { reason?: string }) => error.reason ?? 'fault'
	);

const pdf = (objects: string) =>
	`%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${objects} >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`;
const inStream = (dictionary: string, contents: Buffer) =>
	Buffer.concat([
		Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${dictionary} /Length ${contents.length} >>\nstream\n`),
		contents,
		Buffer.from('\nendstream\nendobj\n%%EOF\n')
	]);

describe('images', () => {
	test('what a camera wrote beside the picture is gone, the place too', async () => {
		const photo = await picture()
			.withExif({
				IFD0: { Make: 'Verklikker' },
				IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 5/1 0/1' }
			})
			.jpeg()
			.toBuffer();
		expect(photo.includes('Verklikker')).toBe(true);
		const kept = await accept('IMG_1.jpg', photo, 'image/jpeg');
		expect(kept).toMatchObject({ name: 'IMG 1.jpg', media_type: 'image/jpeg' });
		expect(Buffer.from(kept.bytes).includes('Verklikker')).toBe(false);
		const { exif, icc, xmp } = await sharp(kept.bytes).metadata();
		expect([exif, icc, xmp]).toEqual([undefined, undefined, undefined]);
	});

	test('a photo that was taken sideways stands upright', async () => {
		const sideways = await picture(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer();
		const { width, height } = await sharp((await accept('a.jpg', sideways)).bytes).metadata();
		expect([width, height]).toEqual([40, 60]);
	});

	test.each(['jpeg', 'png', 'webp'] as const)('%s stays what it is', async (format) => {
		const kept = await accept(`a.${format}`, await picture().toFormat(format).toBuffer());
		expect((await fileTypeFromBuffer(kept.bytes))?.mime).toBe(kept.media_type);
		expect(kept.media_type).toBe(`image/${format}`);
	});

	test('what hides behind a picture does not come along', async () => {
		const jpeg = await picture().jpeg().toBuffer();
		const polyglot = Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>PK\x03\x04')]);
		const kept = await accept('two-faced.jpg', polyglot);
		expect(Buffer.from(kept.bytes).includes('script')).toBe(false);
	});

	test('one of more pixels than we keep becomes smaller', async () => {
		const large = await picture(6400, 4700).jpeg().toBuffer();
		const { width, height } = await sharp((await accept('large.jpg', large)).bytes).metadata();
		expect(width * height).toBeLessThanOrEqual(24_000_000);
		expect(width / height).toBeCloseTo(6400 / 4700, 2);
	}, 60_000);

	test('one that grows by being drawn anew still fits', async () => {
		const coarse = await noise(3600, 2700).jpeg({ quality: 20 }).toBuffer();
		expect(coarse.length).toBeLessThan(mostBytes);
		const kept = await accept('coarse.jpg', coarse);
		expect(kept.bytes.length).toBeLessThanOrEqual(mostBytes);
	}, 60_000);

	test('a small file that would unfold into a huge picture is refused', async () => {
		const bomb = await picture(9_000, 9_000).png({ compressionLevel: 9 }).toBuffer();
		expect(bomb.length).toBeLessThan(mostBytes);
		expect(await refusal('bomb.png', bomb)).toBe('evidence_broken');
	}, 60_000);

	test('one that is cut off is refused', async () => {
		const whole = await noise(400, 300).jpeg().toBuffer();
		expect(await refusal('half.jpg', whole.subarray(0, whole.length / 2))).toBe('evidence_broken');
	});

	test('the photo of a phone becomes a JPEG without what stood beside it', async () => {
		const photo = readFileSync('tests/fixtures/photo.heic');
		expect(photo.includes('Verklikker')).toBe(true);
		const kept = await accept('IMG_0001.HEIC', photo, 'image/heic');
		expect(kept).toMatchObject({ name: 'IMG 0001.jpg', media_type: 'image/jpeg' });
		expect(Buffer.from(kept.bytes).includes('Verklikker')).toBe(false);
		// Red on the left, blue on the right.
		const { data, info } = await sharp(kept.bytes).raw().toBuffer({ resolveWithObject: true });
		const colour = (x: number, y: number) =>
			[...data.subarray((y * info.width + x) * 3)].slice(0, 3).map((part) => Math.round(part / 85));
		expect([info.width, info.height]).toEqual([64, 48]);
		expect([colour(8, 24), colour(56, 24)]).toEqual([
			[2, 0, 0],
			[0, 0, 2]
		]);
	});

	test('so does one of the newest kind', async () => {
		const kept = await accept('a.avif', await picture().avif().toBuffer());
		expect(kept).toMatchObject({ name: 'a.jpg', media_type: 'image/jpeg' });
		expect((await fileTypeFromBuffer(kept.bytes))?.mime).toBe('image/jpeg');
	});

	test('a photo of a phone that cannot be opened is refused with what to do', async () => {
		const photo = readFileSync('tests/fixtures/photo.heic');
		const half = photo.subarray(0, photo.length - 300);
		expect(await refusal('half.heic', half)).toBe('evidence_unreadable_photo');
		expect(await refusal('foto.jpg', photo)).toBe('evidence_mismatch');
		expect(await refusal('a.heic', await picture().png().toBuffer())).toBe('evidence_mismatch');
	});
});

describe('a file that is not what it says', () => {
	test('is refused, whatever it is called', async () => {
		const png = await picture().png().toBuffer();
		expect(await refusal('brief.pdf', png, 'application/pdf')).toBe('evidence_mismatch');
		expect(await refusal('foto.jpg', png, 'image/jpeg')).toBe('evidence_mismatch');
		expect(await refusal('foto.png', png, 'text/html')).toBe('evidence_mismatch');
		expect(await refusal('foto.jpg', '<!doctype html><script>1</script>')).toBe(
			'evidence_mismatch'
		);
		expect(await refusal('foto.png', '<svg xmlns="http://www.w3.org/2000/svg"/>')).toBe(
			'evidence_mismatch'
		);
	});

	test('and so is what we do not take, under its own name', async () => {
		const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>';
		expect(await refusal('a.svg', svg, 'image/svg+xml')).toBe('evidence_type');
		expect(await refusal('a.txt', 'zomaar wat tekst')).toBe('evidence_type');
		expect(await refusal('a.gif', await picture().gif().toBuffer())).toBe('evidence_type');
		expect(await refusal('a.exe', Buffer.from('MZ\x90\0\x03'))).toBe('evidence_type');
	});
});

test('nothing and too much are refused, and exactly 5 MB is not too much', async () => {
	expect(await refusal('leeg.jpg', '')).toBe('evidence_empty');
	expect(await refusal('groot.jpg', Buffer.alloc(mostBytes + 1))).toBe('evidence_too_large');
	expect(await refusal('vol.jpg', Buffer.alloc(mostBytes))).toBe('evidence_mismatch');
});

describe('documents', () => {
	test('pages are kept as they are', async () => {
		const kept = await accept('brief.pdf', pdf(''), 'application/pdf');
		expect(Buffer.from(kept.bytes).toString()).toBe(pdf(''));
		expect(kept.media_type).toBe('application/pdf');
	});

	test.each([
		['a script', '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'],
		['a script under a disguised name', '/OpenAction << /S /J#61vaScript >>'],
		['a program', '/OpenAction << /S /Launch /F (cmd.exe) >>'],
		['other files', '/Names << /EmbeddedFiles 2 0 R >>']
	])('one that carries %s is refused', async (_, objects) => {
		expect(await refusal('brief.pdf', pdf(objects))).toBe('evidence_active');
	});

	test('a script among compressed objects is found', async () => {
		const objects = deflateSync(Buffer.from('1 0 << /S /JavaScript /JS (x) >>'));
		const hidden = inStream('/Type /ObjStm /Filter /FlateDecode', objects);
		expect(await refusal('brief.pdf', hidden)).toBe('evidence_active');
	});

	test('what stands in a picture or a text of a document is no script', async () => {
		expect(await refusal('a.pdf', inStream('', Buffer.from('/JS (only text)')))).toBe('accepted');
		expect(await refusal('a.pdf', pdf('/JSON 1'))).toBe('accepted');
	});

	test('one that is cut off, or has another file behind it, is refused', async () => {
		expect(await refusal('a.pdf', pdf('').slice(0, -8))).toBe('evidence_broken');
		expect(await refusal('a.pdf', pdf('') + '<html>'.repeat(400))).toBe('evidence_broken');
	});
});

describe('sound', () => {
	const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)]);
	const frames = Buffer.concat([frame, frame, frame]);
	const box = (type: string, body: Buffer) => {
		const head = Buffer.alloc(8);
		head.writeUInt32BE(body.length + 8);
		head.write(type, 4, 'latin1');
		return Buffer.concat([head, body]);
	};
	const track = (kind: string) =>
		box('trak', box('mdia', box('hdlr', Buffer.from(`\0\0\0\0\0\0\0\0${kind}\0\0\0\0`, 'latin1'))));
	const m4a = (kinds: string[], brand = 'M4A ') =>
		Buffer.concat([
			box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}`, 'latin1')),
			box(
				'moov',
				Buffer.concat([...kinds.map(track), box('udta', Buffer.from('+52.37+4.89/ Dorpsstraat'))])
			),
			box('mdat', Buffer.from('sound'))
		]);
	const chunk = (name: string, body: Buffer) => {
		const head = Buffer.alloc(8);
		head.write(name, 'latin1');
		head.writeUInt32LE(body.length, 4);
		return Buffer.concat([head, body]);
	};
	const wav = (...chunks: Buffer[]) =>
		Buffer.concat([chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), ...chunks]))]);

	test('an MP3 loses its tags and keeps its sound', async () => {
		const tag = Buffer.concat([
			Buffer.from('ID3\x04\0\0\0\0\0\x14', 'latin1'),
			Buffer.from('TPE1 Wilhelmina......')
		]);
		const end = Buffer.concat([Buffer.from('TAGWilhelmina'), Buffer.alloc(115)]);
		const kept = await accept('a.mp3', Buffer.concat([tag.subarray(0, 30), frames, end]));
		expect(Buffer.from(kept.bytes).equals(frames)).toBe(true);
	});

	test('an M4A loses where it was recorded, and nothing in it moves', async () => {
		const sent = m4a(['soun']);
		const kept = Buffer.from((await accept('memo.m4a', sent, 'audio/x-m4a')).bytes);
		expect(kept.includes('Dorpsstraat')).toBe(false);
		expect(kept.length).toBe(sent.length);
		expect(kept.indexOf('sound')).toBe(sent.indexOf('sound'));
	});

	test('sound in a file for films is sound, a film is not', async () => {
		expect(await refusal('memo.m4a', m4a(['soun'], 'mp42'), 'audio/mp4')).toBe('accepted');
		expect(await refusal('film.mp4', m4a(['soun', 'vide'], 'mp42'), 'video/mp4')).toBe(
			'evidence_type'
		);
		expect(await refusal('film.m4a', m4a(['vide']))).toBe('evidence_type');
	});

	test('a WAV keeps its format and sound alone', async () => {
		const format = chunk('fmt ', Buffer.alloc(16, 1));
		const sound = chunk('data', Buffer.from('sound!'));
		const sent = wav(format, chunk('LIST', Buffer.from('Dorpsstraat!')), sound);
		const kept = Buffer.from((await accept('a.wav', sent)).bytes);
		expect(kept.equals(wav(format, sound))).toBe(true);
	});

	test('what is cut off or holds no sound is refused', async () => {
		const format = chunk('fmt ', Buffer.alloc(16, 1));
		const sound = chunk('data', Buffer.from('sound!'));
		expect(await refusal('a.wav', wav(format, sound).subarray(0, -2))).toBe('evidence_broken');
		expect(await refusal('a.wav', wav(format))).toBe('evidence_broken');
		expect(await refusal('a.m4a', m4a(['soun']).subarray(0, -3))).toBe('evidence_broken');
	});
});
