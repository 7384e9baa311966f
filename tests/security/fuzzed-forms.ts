import type { Chance } from '../../src/lib/domain/probability/chance.ts';
import { badValue, badValues, marker } from './bad-values.ts';

/** A form as somebody fills it in, right but for what the fuzz changes. */
export type FuzzedForm = {
	/** Where it is sent. */
	action: string;
	fields: () => Record<string, string>;
	/** Typed by hand: these come back when something is wrong. */
	typed: readonly string[];
	/** Works on the report whose follow code is in the cookie. */
	isFollowing?: true;
};

const report = {
	kind: 'complaint',
	channel: 'phone',
	caller_number: '085 123 45 67',
	organisation_name: `Handelshuis ${marker}`,
	sector: 'energy',
	contact_when: 'earlier',
	'contacts[0].on': '2026-11-02',
	'contacts[0].time': '19:05',
	'contacts[1].on': '2026-11-03',
	'contacts[1].time': '',
	narrative: `Mijn naam is ${marker} en ik woon in Ons Dorp. Ik word telkens gebeld.`,
	postcode4: '1012',
	email: `${marker}@voorbeeld.example`,
	locale: 'nl'
};
const reportTyped = [
	'caller_number',
	'organisation_name',
	'contacts[0].on',
	'contacts[0].time',
	'contacts[1].on',
	'contacts[1].time',
	'narrative',
	'postcode4',
	'email'
];
const filled = () => ({ client_key: crypto.randomUUID(), ...report });

export const fuzzedForms: readonly FuzzedForm[] = [
	{ action: '/melden?/file', fields: filled, typed: reportTyped },
	{ action: '/en/melden?/file', fields: filled, typed: reportTyped },
	{ action: '/melden?/add_contact', fields: filled, typed: reportTyped },
	{ action: '/melden?/begin', fields: filled, typed: reportTyped },
	{ action: '/volgen?/open', fields: () => ({ follow_code: marker }), typed: ['follow_code'] },
	{
		action: '/volgen?/again',
		fields: () => ({ on: '2026-11-04', time: '10:00' }),
		typed: ['on', 'time'],
		isFollowing: true
	},
	{
		action: '/volgen?/withdraw',
		// Never sure, so that the report stays.
		fields: () => ({ reason: `Dat was ${marker}` }),
		typed: ['reason'],
		isFollowing: true
	},
	{
		action: '/inloggen?/send',
		fields: () => ({ email: `${marker}@voorbeeld.example`, next: '/commissie' }),
		typed: ['email']
	},
	{
		action: '/inloggen?/enter',
		fields: () => ({ email: `${marker}@voorbeeld.example`, code: '123456', next: '' }),
		typed: ['email']
	}
];

const strayNames = [
	'__proto__',
	'constructor',
	'facts.__proto__',
	'contacts[99].on',
	'contacts[0][0]',
	'narrative.more',
	'facts.' + 'a'.repeat(200),
	'\u0000',
	'leave_empty',
	'proof'
];

/** Every field of a form with every bad value, each in turn. */
export function sweep(form: FuzzedForm, chance: Chance): [string, string][][] {
	return Object.keys(form.fields()).flatMap((name) =>
		badValues.map((make) => Object.entries({ ...form.fields(), [name]: make(chance) }))
	);
}

/** The form with one to three fields spoilt, doubled or left out, as the body of a request. */
export function spoil(form: FuzzedForm, chance: Chance): [string, string][] {
	const fields = Object.entries(form.fields());
	const times = 1 + Math.floor(chance.next() * 3);
	for (let time = 0; time < times; time += 1) {
		const at = Math.floor(chance.next() * fields.length);
		const name = fields[at]?.[0] ?? 'narrative';
		const act = chance.weigh([16, 1, 1, 1]);
		if (act === 0) fields[at] = [name, badValue(chance)];
		else if (act === 1) fields.splice(at, 1);
		else if (act === 2) fields.push([name, badValue(chance)]);
		else fields.push([chance.pick(strayNames), badValue(chance)]);
	}
	return fields;
}
