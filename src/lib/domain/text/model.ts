import type { CategoryCode } from '../report/taxonomy.ts';
import type { Calibration } from './decide.ts';
import type { Family } from './features.ts';
import stored from './model.json' with { type: 'json' };
import type { Vocabulary } from './vector.ts';

export type StoredHead = { step: number; bias: number; weights: string };

export type StoredModel = {
	/** Of the texts and code it was learnt from: a test compares. */
	inputs_hash: string;
	features: string;
	rarity: string;
	scale: Record<Family, number>;
	kind: StoredHead;
	categories: Record<CategoryCode, StoredHead>;
	wide: Record<CategoryCode, StoredHead>;
	calibration: Calibration;
};

export type Head = { bias: number; weights: Float32Array };

const bytesOf = (base64: string): Uint8Array =>
	Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

const unpack = ({ step, bias, weights }: StoredHead): Head => ({
	bias,
	weights: Float32Array.from(new Int8Array(bytesOf(weights).buffer), (byte) => byte * step)
});

const unpackAll = (heads: Record<CategoryCode, StoredHead>): Record<CategoryCode, Head> =>
	Object.fromEntries(Object.entries(heads).map(([code, head]) => [code, unpack(head)])) as Record<
		CategoryCode,
		Head
	>;

function load(model: StoredModel) {
	const vocabulary: Vocabulary = {
		index: new Map(model.features.split('\n').map((name, column) => [name, column])),
		rarity: Float32Array.from(bytesOf(model.rarity), (byte) => byte / 16),
		scale: model.scale
	};
	return {
		vocabulary,
		kind: unpack(model.kind),
		categories: unpackAll(model.categories),
		wide: unpackAll(model.wide),
		calibration: model.calibration
	};
}

export const inputsHash = stored.inputs_hash;
export const model = load(stored as unknown as StoredModel);
