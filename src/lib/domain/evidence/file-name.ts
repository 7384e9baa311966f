import { plainLine } from '../report/plain-text.ts';
import { mask } from '../text/mask/mask.ts';
import { longestName } from './limits.ts';

/** What a name ends in, without the dot and in lower case; empty when it ends in none. */
export function extensionOf(name: string): string {
	return /[^.]\.([a-z0-9]{1,8})$/i.exec(plainLine(name))?.[1]?.toLowerCase() ?? '';
}

/**
 * A name that can be shown and saved anywhere: no folders, no signs with a meaning to a computer,
 * personal data masked, and the ending that goes with the contents.
 */
export function cleanName(sent: string, extension: string): string {
	const last = plainLine(sent)
		.split(/[\\/]/)
		.at(-1)!
		.replace(/\.[a-z0-9]{1,8}$/i, '');
	const stem = mask(last.replaceAll('_', ' '))
		.replace(/[<>:"|?*%;\u200B-\u200F\u2028\u2029]/g, '')
		.replace(/\s+/g, ' ')
		.replace(/^[\s.]+|[\s.]+$/g, '');
	const signs = Array.from(stem || 'bestand');
	// The database counts code points.
	return `${signs
		.slice(0, longestName - extension.length - 1)
		.join('')
		.trim()}.${extension}`;
}

/** A name from elsewhere as it may stand in a sentence: short, and on one line. */
export function nameInSentence(sent: string): string {
	const line = plainLine(sent).split(/[\\/]/).at(-1)! || '–';
	const signs = Array.from(line);
	return signs.length > 60 ? `${signs.slice(0, 40).join('')}…${signs.slice(-15).join('')}` : line;
}
