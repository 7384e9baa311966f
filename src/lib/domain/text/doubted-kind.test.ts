import { expect, test } from 'vitest';
import { classify } from './classify.ts';
import { doubtedKind, sureEnoughToAskAgain } from './doubted-kind.ts';

const doubt = (chosen: 'complaint' | 'compliment', text: string) =>
	doubtedKind(chosen, text, classify({ text }), sureEnoughToAskAgain);

const praise =
	'Vriendelijke verkoper, legde alles rustig uit en nam afscheid toen ik geen interesse had. Heel netjes.';
const grievance =
	'Ik word telkens gebeld terwijl ik nooit toestemming heb gegeven, en de verkoper bleef maar aandringen.';

test('praise filed as a complaint is doubted, and the reverse', () => {
	expect(doubt('complaint', praise)).toBe('compliment');
	expect(doubt('compliment', grievance)).toBe('complaint');
});

test('what reads as it was filed is not, nor what says too little', () => {
	expect(doubt('compliment', praise)).toBeNull();
	expect(doubt('complaint', grievance)).toBeNull();
	expect(doubt('compliment', 'Een verhaal dat moet blijven staan.')).toBeNull();
	expect(doubt('compliment', 'Brutaal')).toBeNull();
	expect(doubt('compliment', '😡😡😡😡😡😡😡😡😡😡😡😡😡')).toBeNull();
});
