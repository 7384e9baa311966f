import { describe, expect, test } from 'vitest';
import { signalconso } from './signalconso.ts';

const now = new Date('2026-07-01T12:00:00Z');
const row = (fields: Record<string, string> = {}) => ({
	category: 'DemarchageAbusif',
	subcategories: 'Je reçois des appels indésirables alors que je suis inscrit sur Bloctel;Vente',
	creationdate: '2021-11-04',
	tags: 'Démarchage téléphonique',
	dep_code: '971',
	...fields
});
const read = (fields?: Record<string, string>) => {
	const reading = signalconso.read(row(fields), now);
	if (!reading.ok) throw new Error(reading.reason);
	return reading.report;
};

describe('a row of SignalConso', () => {
	test('is a complaint by phone of that day, by somebody in the register of objections', () => {
		expect(read()).toMatchObject({
			kind: 'complaint',
			channel: 'phone',
			caller_number: null,
			sector: null,
			filed_at: '2021-11-04T11:00:00.000Z',
			contacts: [],
			categories: [{ code: 'objection_ignored' }, { code: 'unwanted_contact' }]
		});
	});

	test('tells the door and the sector by what was ticked, and no place', () => {
		const report = read({
			category: 'EauGazElectricite',
			subcategories: 'Gaz / Electricité;Démarchage à domicile',
			tags: 'Démarchage à domicile'
		});
		expect(report).toMatchObject({ channel: 'door', sector: 'energy' });
		expect(JSON.stringify(report)).not.toContain('971');
		expect(report).not.toHaveProperty('postcode4');
	});

	test('without a day or a word cannot stand', () => {
		expect(signalconso.read(row({ creationdate: '4/11/2021' }), now)).toEqual({
			ok: false,
			reason: 'created_date_unreadable'
		});
		expect(signalconso.read(row({ category: '', subcategories: ' ' }), now)).toEqual({
			ok: false,
			reason: 'nothing_told'
		});
	});
});
