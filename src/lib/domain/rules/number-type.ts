import { choices, type ChoiceOf } from './fact-fields.ts';

/** A type of the list, or a prefix as the numbering plan writes it: `06`, `010`, `14xx`, `+44`. */
export function numberTypeOf(sent: unknown): ChoiceOf<'number_type'> | null {
	if (typeof sent !== 'string') return null;
	const type = sent.trim();
	if (type.startsWith('+')) return 'foreign';
	const known = choices.number_type.find((one) => one === type);
	if (known) return known;
	if (/^1[48]\w*$/.test(type)) return type.startsWith('14') ? '14' : '18';
	return /^0\d+$/.test(type) ? rangeOf(type) : null;
}

const prefixes = choices.number_type.filter((type) => /^0\d+$/.test(type));

/** The range of a Dutch number that begins with a nought. */
export function rangeOf(national: string): ChoiceOf<'number_type'> {
	const prefix = prefixes.find((one) => national.startsWith(one));
	if (prefix) return prefix;
	if (national.startsWith('097')) return '0970';
	return national.startsWith('06') ? 'mobile' : 'geographic';
}
