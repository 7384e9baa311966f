import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptedTypes, isWhatItSays, kindOfDetected, sentKinds } from './file-kinds.ts';
import { cleanName, extensionOf, nameInSentence } from './file-name.ts';
import { longestName } from './limits.ts';

const jpeg = kindOfDetected('image/jpeg')!;
const m4a = kindOfDetected('audio/x-m4a')!;

describe('what a file says it is', () => {
	test('contents, name and stated type agree', () => {
		expect(isWhatItSays(jpeg, 'jpg', 'image/jpeg')).toBe(true);
		expect(isWhatItSays(jpeg, 'jfif', 'image/pjpeg')).toBe(true);
		expect(isWhatItSays(m4a, 'm4a', 'audio/x-m4a')).toBe(true);
		expect(isWhatItSays(m4a, 'mp4', 'video/mp4')).toBe(true);
	});

	test('a name without an ending and a sender who says nothing are not wrong', () => {
		expect(isWhatItSays(jpeg, '', '')).toBe(true);
		expect(isWhatItSays(jpeg, '', 'application/octet-stream')).toBe(true);
	});

	test('another ending or another family is wrong', () => {
		expect(isWhatItSays(jpeg, 'pdf', 'application/pdf')).toBe(false);
		expect(isWhatItSays(jpeg, 'png', 'image/png')).toBe(false);
		expect(isWhatItSays(jpeg, 'jpg', 'text/html')).toBe(false);
		expect(isWhatItSays(jpeg, 'exe', '')).toBe(false);
	});

	test('no kind is taken that a browser would run', () => {
		for (const type of ['image/svg+xml', 'text/html', 'application/xml', 'application/zip']) {
			expect(kindOfDetected(type)).toBeUndefined();
		}
		expect(acceptedTypes).not.toMatch(/svg|html|\*/);
	});

	test('no two kinds share an ending', () => {
		const all = sentKinds.flatMap(({ extensions }) => [...extensions]);
		expect(new Set(all).size).toBe(all.length);
	});
});

describe('the name of a file', () => {
	test('loses folders, signs with a meaning and its own ending', () => {
		expect(cleanName('C:\\Users\\me\\foto van brief.JPEG', 'jpg')).toBe('foto van brief.jpg');
		expect(cleanName('../../etc/passwd', 'png')).toBe('passwd.png');
		expect(cleanName('<b>"x"|y?*.png', 'png')).toBe('bxy.png');
		expect(cleanName('...', 'pdf')).toBe('bestand.pdf');
		expect(cleanName('', 'pdf')).toBe('bestand.pdf');
	});

	test('loses signs that turn the reading direction', () => {
		expect(cleanName('rekening\u202Egpj.pdf', 'pdf')).toBe('rekeninggpj.pdf');
	});

	test('tells no telephone number or address for mail', () => {
		expect(cleanName('gesprek 06-12345678.mp3', 'mp3')).not.toContain('12345678');
		expect(cleanName('van jan@example.org.pdf', 'pdf')).not.toContain('jan@');
	});

	test('is always short, plain and of the right ending', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (sent) => {
				const name = cleanName(sent, 'jpg');
				expect(Array.from(name).length).toBeLessThanOrEqual(longestName);
				expect(name).toMatch(/^[^\\/\p{Cc}<>:"|?*]+\.jpg$/u);
				expect(nameInSentence(sent).length).toBeLessThanOrEqual(120);
			})
		);
	});

	test('its ending counts in any case, and a hidden file has none', () => {
		expect(extensionOf('Foto.JPG')).toBe('jpg');
		expect(extensionOf('foto')).toBe('');
		expect(extensionOf('.htaccess')).toBe('');
		expect(extensionOf('foto.jpg.exe')).toBe('exe');
	});
});
