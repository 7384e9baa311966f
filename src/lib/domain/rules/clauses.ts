import type {
	AmountField,
	ChoiceField,
	ChoiceOf,
	MomentField,
	SetField,
	SetOf
} from './fact-fields.ts';
import type { Facts } from './facts.ts';
import { isAfter, type Moment } from './moment.ts';
import { and, atMostMaybe, not, or, truthOf, type Truth } from './three-valued.ts';

/*
 * The words rules are written in. Reading, as in the catalogue (rules.md, 2.2): `is` on an unknown
 * fact is unknown; `isNot` means "not known to be" and is true on unknown; a comparison with a
 * missing moment or amount is false.
 */

/** What the rules may not make up themselves: tables somebody keeps. */
export type RuleTables = {
	/** National days of mourning, as announced by the government; never derived. */
	mourning_days: readonly string[];
	/** Codes whose hours somebody has compared with their text; the others stay "possible". */
	hours_verified: Readonly<Partial<Record<string, boolean>>>;
	/** Rules an administrator switched off. */
	disabled_rules: readonly string[];
};

/** One contact as known at one moment. */
export type Situation = { facts: Facts; as_of: Moment; tables: RuleTables };

export type Clause = (situation: Situation) => Truth;

export function is<Field extends ChoiceField>(field: Field, value: ChoiceOf<Field>): Clause {
	return isIn(field, [value]);
}

export function isIn<Field extends ChoiceField>(
	field: Field,
	values: readonly ChoiceOf<Field>[]
): Clause {
	return ({ facts }) =>
		facts[field] === 'unknown'
			? 'unknown'
			: truthOf((values as readonly string[]).includes(facts[field]));
}

/** Not known to be: true on unknown. */
export function isNot<Field extends ChoiceField>(field: Field, value: ChoiceOf<Field>): Clause {
	return ({ facts }) => truthOf(facts[field] !== value);
}

/** Not known to be one of these: true on unknown. */
export function isNotIn<Field extends ChoiceField>(
	field: Field,
	values: readonly ChoiceOf<Field>[]
): Clause {
	return all(...values.map((value) => isNot(field, value)));
}

/** The fact is known; where the catalogue says "not unknown" or "not null". */
export function isKnown(field: ChoiceField): Clause {
	return ({ facts }) => truthOf(facts[field] !== 'unknown');
}

/** The set holds at least one of these. */
export function hasAny<Field extends SetField>(
	field: Field,
	values: readonly SetOf<Field>[]
): Clause {
	return ({ facts }) => {
		const held = facts[field] as readonly string[] | null;
		return held === null ? 'unknown' : truthOf(values.some((value) => held.includes(value)));
	};
}

/** The amount is known and passes. */
export function amount(field: AmountField, passes: (amount: number) => boolean): Clause {
	return ({ facts }) => {
		const value = facts[field];
		return truthOf(value !== null && passes(value));
	};
}

/** The amount is missing or passes. */
export function amountIfKnown(field: AmountField, passes: (amount: number) => boolean): Clause {
	return ({ facts }) => {
		const value = facts[field];
		return truthOf(value === null || passes(value));
	};
}

/** The contact was on this day or later. */
export function since(day: string, field: MomentField = 'contact_at'): Clause {
	return ({ facts }) => {
		const moment = facts[field];
		return truthOf(moment !== null && moment.day >= day);
	};
}

/** The first is later than the second, or than what is made of it. */
export function isLater(
	late: MomentField,
	early: MomentField,
	shift: (moment: Moment) => Moment = (moment) => moment
): Clause {
	return ({ facts }) => {
		const start = facts[early];
		return isAfter(facts[late], start && shift(start));
	};
}

export function all(...clauses: readonly Clause[]): Clause {
	return (situation) => {
		let least: Truth = 'yes';
		for (const clause of clauses) {
			least = and(least, clause(situation));
			if (least === 'no') break;
		}
		return least;
	};
}

export function any(...clauses: readonly Clause[]): Clause {
	return (situation) => {
		let most: Truth = 'no';
		for (const clause of clauses) {
			most = or(most, clause(situation));
			if (most === 'yes') break;
		}
		return most;
	};
}

export function except(...clauses: readonly Clause[]): Clause {
	return (situation) => not(any(...clauses)(situation));
}

/** Holds, but the sources leave room for doubt: possible, never likely. */
export function onlyPossibly(...clauses: readonly Clause[]): Clause {
	return (situation) => atMostMaybe(all(...clauses)(situation));
}
