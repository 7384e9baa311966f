export type Kind = 'complaint' | 'compliment';

/** The fixed codes of the taxonomy, per kind; the labels people read live in data. */
export const categoriesOf = {
	complaint: [
		'unwanted_contact',
		'objection_ignored',
		'pushiness',
		'improper_conduct',
		'misleading'
	],
	compliment: ['respectful', 'clear', 'relevant', 'objection_honoured', 'helpful']
} as const satisfies Record<Kind, readonly string[]>;

export type CategoryCode = (typeof categoriesOf)[Kind][number];

export const kindOf = (code: string): Kind | undefined =>
	(Object.keys(categoriesOf) as Kind[]).find((kind) =>
		(categoriesOf[kind] as readonly string[]).includes(code)
	);
