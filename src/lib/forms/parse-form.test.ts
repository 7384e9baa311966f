import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fieldId, formatFieldName, parseFieldName } from './form-fields.ts';
import { parseForm } from './parse-form.ts';

const schema = z.object({
	kind: z.enum(['complaint', 'compliment'], { error: 'kind_missing' }),
	narrative: z.string().max(20, 'narrative_too_long').optional(),
	categories: z.array(z.string()).default([]),
	share_identity: z.boolean().default(false),
	minutes: z.number({ error: 'minutes_not_a_number' }).optional(),
	contacts: z
		.array(z.object({ on: z.iso.date('date_wrong').optional(), time: z.string().optional() }))
		.default([])
});

function form(...fields: [string, string | File][]) {
	const data = new FormData();
	for (const [name, value] of fields) data.append(name, value);
	return data;
}

describe('parseForm', () => {
	test('gives the value of a form that is right', () => {
		expect(
			parseForm(
				schema,
				form(
					['kind', 'complaint'],
					['narrative', ''],
					['categories', 'misleading'],
					['share_identity', 'on'],
					['minutes', '2,5'],
					['contacts[0].on', '2026-07-02'],
					['contacts[0].time', '19:05'],
					['contacts[1].on', ''],
					['contacts[1].time', '']
				)
			)
		).toEqual({
			ok: true,
			value: {
				kind: 'complaint',
				categories: ['misleading'],
				share_identity: true,
				minutes: 2.5,
				contacts: [{ on: '2026-07-02', time: '19:05' }]
			}
		});
	});

	test('reads a repeated name as a list', () => {
		const parsed = parseForm(
			schema,
			form(['kind', 'complaint'], ['categories', 'a'], ['categories', 'b'], ['categories', 'c'])
		);
		expect(parsed.ok && parsed.value.categories).toEqual(['a', 'b', 'c']);
	});

	test('an issue points to the row that was typed in, also after an empty one', () => {
		const parsed = parseForm(
			schema,
			form(['kind', 'complaint'], ['contacts[0].on', ''], ['contacts[1].on', 'gisteren'])
		);
		expect(parsed).toMatchObject({ issues: [{ path: 'contacts[1].on', message: 'date_wrong' }] });
	});

	test('says what is wrong by the key of a message, and keeps everything typed', () => {
		expect(
			parseForm(
				schema,
				form(
					['narrative', 'Ze belden me drie keer op één avond.'],
					['minutes', 'lang'],
					['contacts[0].on', 'gisteren'],
					['unknown_field', 'kept too'],
					['evidence', new File(['x'], 'x.txt')]
				)
			)
		).toEqual({
			ok: false,
			values: {
				narrative: 'Ze belden me drie keer op één avond.',
				minutes: 'lang',
				contacts: [{ on: 'gisteren' }],
				unknown_field: 'kept too'
			},
			issues: [
				{ path: 'kind', message: 'kind_missing' },
				{ path: 'narrative', message: 'narrative_too_long' },
				{ path: 'minutes', message: 'minutes_not_a_number' },
				{ path: 'contacts[0].on', message: 'date_wrong' }
			]
		});
	});

	test('an empty form is refused, not a fault', () => {
		const parsed = parseForm(schema, form());
		expect(parsed).toMatchObject({
			ok: false,
			issues: [{ path: 'kind', message: 'kind_missing' }]
		});
	});

	test('sees through a refinement and a transformation', () => {
		const refined = schema
			.refine((report) => report.narrative, { path: ['narrative'], error: 'narrative_missing' })
			.transform((report) => report.categories.length);
		expect(parseForm(refined, form(['kind', 'complaint'], ['categories', 'a']))).toMatchObject({
			issues: [{ path: 'narrative', message: 'narrative_missing' }]
		});
		expect(
			parseForm(refined, form(['kind', 'complaint'], ['categories', 'a'], ['narrative', 'x']))
		).toEqual({ ok: true, value: 1 });
	});

	test('hostile names change nothing', () => {
		const parsed = parseForm(
			schema,
			form(
				['__proto__', 'x'],
				['__proto__.polluted', 'x'],
				['constructor.prototype.polluted', 'x'],
				['kind.__proto__.polluted', 'x'],
				['contacts[0].__proto__', 'x'],
				['contacts[4294967294].on', 'x'],
				['contacts[-1].on', 'x'],
				['contacts[0][0].on', 'x'],
				['contacts.length', '9'],
				['toString', 'x'],
				['', 'x'],
				['a'.repeat(5000), 'x']
			)
		);
		expect(parsed.ok).toBe(false);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		expect(Object.prototype).not.toHaveProperty('polluted');
		expect(Object).not.toHaveProperty('polluted');
	});

	test('a field used both as a text and as a group does not throw', () => {
		expect(() =>
			parseForm(
				schema,
				form(['contacts', 'x'], ['contacts[0].on', 'x'], ['kind.a', 'x'], ['kind', 'y'])
			)
		).not.toThrow();
	});
});

describe('field names', () => {
	test('are read and written the same way', () => {
		for (const name of ['kind', 'contacts[0].on', 'facts.consent', 'a[1].b[2].c']) {
			expect(formatFieldName(parseFieldName(name) ?? [])).toBe(name);
		}
	});

	test('give an id that an address can point to', () => {
		expect(fieldId('contacts[0].on')).toBe('contacts-0-on');
		expect(fieldId('caller_number')).toBe('caller-number');
	});
});
