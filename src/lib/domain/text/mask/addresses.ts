import type { Found } from './found.ts';
import { houseNumber, noMeasure, numberWord } from './house-number.ts';
import { findPostcodes } from './postcodes.ts';
import { readStreetBefore } from './read-street.ts';
import { findStreets } from './streets.ts';

const label = '[adres]';
const saysNumber = `${numberWord}\\s?(?:is\\s|[:=]\\s?)?`;
const door = `${houseNumber}${noMeasure}`;
/** "1012 AB 12", "1012 AB (nummer 12)", "1012 AB and I live at number 12" */
const doorBehind = new RegExp(
	`(?:\\s?\\(\\s?(?:${saysNumber})?${door}\\s?\\)|[\\s,;:/|&-]*(?:(?:(?:en|and|met|with|op|at|is)\\s+)?|(?:(?:en|and|met|with|op|at|ik|i|woon|live|mijn|my|het|the|is)\\s+){0,6}${saysNumber})${door})`,
	'iuy'
);
/** "1012 AB Amsterdam, nummer 12" */
const numberBehindCity = new RegExp(`(\\s(?:[\\p{L}'’-]+[\\s,]+){1,3})${saysNumber}${door}`, 'iuy');
/** "12, 1012 AB", "12 in 1012 AB", "huisnummer 12, mijn postcode is 1012 AB" */
const doorBefore = new RegExp(
	`(?<![\\p{L}\\d.,:/-])(${saysNumber})?${houseNumber}([\\s,;:/|(–-]{1,4}(?:(?:in|te|en|and|met|with|mijn|my|de|the|postal|postcode|is|:)[\\s:]{1,2}){0,5})$`,
	'iu'
);
/** Between a postcode and a street on either side of it: a city, "mijn postcode is". */
const isLink =
	/^[\s,;:/|()–-]*(?:\p{Lu}[\p{L}'’-]+[\s,;|()]+){0,3}(?:(?:en|and|ik|i|woon|live|op|aan|in|te|at|de|het|the|mijn|my|adres|address|straat|postcode|is)[\s:]{1,2}){0,6}$/u;

/** Between the parts of one address. */
const isOne = /^[\s,;:()&/|–-]*(?:(?:en|and|in|te|mijn|my|postcode|is)[\s:]{1,2}){0,5}$/iu;

type Place = { start: number; end: number };

/** Streets with the number of a house, and postcodes with one, in any order. */
export function findAddresses(text: string): Found[] {
	const streets = findStreets(text);
	const isNear = (from: number, to: number): boolean =>
		from <= to && to - from < 80 && isLink.test(text.slice(from, to));
	const postcodes = findPostcodes(text).flatMap((postcode) => {
		const { start, end } = postcode;
		const doors = [
			...streets.filter((street) => isNear(street.end, start) || isNear(end, street.start)),
			readDoorBefore(text, start),
			readDoorBehind(text, end)
		].filter((place) => place !== undefined);
		return doors.length ? joinNear(text, [postcode, ...doors]) : [];
	});
	return [...streets, ...postcodes];
}

function readDoorBehind(text: string, at: number): Place | undefined {
	for (const pattern of [doorBehind, numberBehindCity]) {
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		if (match) return { start: at + (match[1]?.length ?? 0), end: at + match[0].length };
	}
	return undefined;
}

/** The door before a postcode, from the street it stands in. */
function readDoorBefore(text: string, start: number): Place | undefined {
	const from = Math.max(0, start - 60);
	const match = doorBefore.exec(text.slice(from, start));
	if (!match) return undefined;
	const at = from + match.index;
	const end = start - match[2]!.length;
	const street = match[1] ? at : readStreetBefore(text, at, { isHome: true });
	if (street !== undefined) return { start: street, end };
	return match[2]!.includes(',') ? { start: at, end } : undefined;
}

/** Places with only signs or small words between are one, in their brackets; a city stays. */
function joinNear(text: string, places: Place[]): Found[] {
	const found: Found[] = [];
	for (const place of places.sort((a, b) => a.start - b.start)) {
		const last = found.at(-1);
		if (!last || !isOne.test(text.slice(last.end, place.start))) found.push({ ...place, label });
		else last.end = Math.max(last.end, place.end);
	}
	for (const one of found)
		if (text[one.end] === ')' && /\([^)]*$/.test(text.slice(one.start, one.end))) one.end += 1;
	return found;
}
