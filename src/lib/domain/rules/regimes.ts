import type { FieldCode, PhoneCode } from '../calendar/contact-hours.ts';
import type { Clause, Situation } from './clauses.ts';
import { truthOf } from './three-valued.ts';

/*
 * Which law and which code held on the day of the contact, never on that of the report. Source:
 * timeline of the catalogue (rules.md, 1). A version holds from its first day until the next one.
 */

/** R1: do-not-call register. R2: opt-in, with customers excepted. R3: opt-in only. */
export type Regime = 'R1' | 'R2' | 'R3';

type Version<Code> = { code: Code; from: string };

const regimes: readonly Version<Regime>[] = [
	{ code: 'R1', from: '2009-10-01' },
	{ code: 'R2', from: '2021-07-01' },
	{ code: 'R3', from: '2026-07-01' }
];

/** The first day of CTM21 is assumed to be that of the law it follows. */
const phoneCodes: readonly Version<PhoneCode>[] = [
	{ code: 'CTM12', from: '2012-07-01' },
	{ code: 'CTM20', from: '2020-03-01' },
	{ code: 'CTM21', from: '2021-07-01' },
	{ code: 'CTM24', from: '2024-10-15' }
];

const fieldCodes: readonly Version<FieldCode>[] = [
	{ code: 'RFM16', from: '2016-01-01' },
	{ code: 'CFM23', from: '2023-08-01' }
];

export function regimeOn(day: string): Regime | null {
	return versionOn(regimes, day);
}

export function phoneCodeOn(day: string): PhoneCode | null {
	return versionOn(phoneCodes, day);
}

export function fieldCodeOn(day: string): FieldCode | null {
	return versionOn(fieldCodes, day);
}

/** The contact was under one of these; unknown when its day is. */
export function under(...codes: readonly (Regime | PhoneCode | FieldCode)[]): Clause {
	return (situation) => {
		const day = contactDay(situation);
		if (day === null) return 'unknown';
		const held: readonly (string | null)[] = [regimeOn(day), phoneCodeOn(day), fieldCodeOn(day)];
		return truthOf(codes.some((code) => held.includes(code)));
	};
}

export function contactDay({ facts }: Situation): string | null {
	return facts.contact_at?.day ?? null;
}

function versionOn<Code>(versions: readonly Version<Code>[], day: string): Code | null {
	return versions.findLast(({ from }) => from <= day)?.code ?? null;
}
