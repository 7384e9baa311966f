import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CategoryCode } from '../report/taxonomy.ts';
import { subCategoryOf } from './sub-categories.ts';

test.each<[string, string, CategoryCode, string]>([
	['Er zat een robotstem op mijn voicemail.', 'phone', 'unwanted_contact', 'ONG-T5'],
	['Hoe komen ze aan mijn nummer?', 'phone', 'unwanted_contact', 'ONG-T6'],
	['De sticker hangt naast de bel en toch belde hij aan.', 'door', 'objection_ignored', 'VRZ-D1'],
	['Hij bleef maar doorpraten.', 'phone', 'pushiness', 'AAN-T1'],
	['Hij zette zijn voet tussen de deur.', 'door', 'pushiness', 'AAN-D1'],
	['Ze liep mee tot aan mijn fiets.', 'street', 'pushiness', 'AAN-S1'],
	['Ik werd uitgescholden voor domme koe.', 'phone', 'improper_conduct', 'ONB-T1'],
	['Op zondag gebeld, voor negen uur.', 'phone', 'improper_conduct', 'ONB-T6'],
	['Het was een enquête en het bleek verkoop.', 'phone', 'misleading', 'MIS-T4']
])('%s (%s) → %s %s', (text, channel, code, sub) => {
	expect(subCategoryOf({ text, channel }, code)).toBe(sub);
});

test('a text that does not carry it gets none, nor does a channel without codes', () => {
	expect(subCategoryOf({ text: 'Het was niet fijn.', channel: 'phone' }, 'pushiness')).toBeNull();
	expect(
		subCategoryOf({ text: 'Hij bleef maar doorpraten.', channel: 'message' }, 'pushiness')
	).toBeNull();
});

test('every code that can be suggested is in the reference data', () => {
	const seed = readFileSync('supabase/seed.sql', 'utf8');
	const source = readFileSync(new URL('./sub-categories.ts', import.meta.url), 'utf8');
	const codes = [...source.matchAll(/'([A-Z]{3}-[TDS]\d)'/g)].map(([, code]) => code!);
	expect(codes.length).toBeGreaterThan(25);
	for (const code of codes) expect(seed).toContain(`('${code}',`);
});
