import { beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetDraft } from './forget-draft.ts';
import { keepDraft, recallDraft } from './kept-draft.ts';
import { isWorthKeeping, readDraft } from './report-draft.ts';

const day = 24 * 60 * 60 * 1000;

describe('readDraft', () => {
	test('an empty form has one empty moment and the key it was given', () => {
		expect(readDraft(undefined, 'key')).toMatchObject({
			client_key: 'key',
			kind: '',
			contacts: [{ on: '', time: '' }],
			categories: []
		});
	});

	test('takes over what the server gives back, a single category too', () => {
		const draft = readDraft(
			{
				client_key: 'earlier',
				kind: 'complaint',
				categories: 'misleading',
				contacts: [{ on: '2026-07-02', time: '19:05' }]
			},
			'key'
		);
		expect(draft).toMatchObject({
			client_key: 'earlier',
			kind: 'complaint',
			categories: ['misleading'],
			contacts: [{ on: '2026-07-02', time: '19:05' }]
		});
	});

	test('does not believe nonsense', () => {
		for (const nonsense of [null, 7, 'x', [], { kind: 'x', contacts: 'x', narrative: {} }]) {
			expect(readDraft(nonsense, 'key')).toMatchObject({ kind: '', narrative: '' });
		}
	});
});

describe('a draft on the device', () => {
	beforeEach(() => {
		const kept = new Map<string, string>();
		vi.stubGlobal('localStorage', {
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, value: string) => kept.set(key, value),
			removeItem: (key: string) => kept.delete(key)
		});
	});

	const draft = { ...readDraft({ kind: 'complaint' }, 'key'), narrative: 'Ze belden weer.' };

	test('comes back the next day where it was, with its own key, so that it is filed once', () => {
		keepDraft(draft, 'story', 0);
		expect(recallDraft(day, 'another key')).toEqual({ draft, step: 'story' });
	});

	test('is gone after a week, and after it was sent', () => {
		keepDraft(draft, 'story', 0);
		expect(recallDraft(7 * day, 'key')).toBeNull();
		forgetDraft();
		expect(recallDraft(1, 'key')).toBeNull();
	});

	test('is not kept for the kind alone', () => {
		const onlyKind = readDraft({ kind: 'compliment' }, 'key');
		expect(isWorthKeeping(onlyKind)).toBe(false);
		keepDraft(onlyKind, 'kind', 0);
		expect(recallDraft(1, 'key')).toBeNull();
	});

	test('is no fault when the browser keeps nothing', () => {
		vi.stubGlobal('localStorage', undefined);
		expect(() => keepDraft(draft, 'story', 0)).not.toThrow();
		expect(recallDraft(1, 'key')).toBeNull();
		expect(() => forgetDraft()).not.toThrow();
	});
});
