import type { CategoryCode } from '../report/taxonomy.ts';
import type { ActionCode } from './actions.ts';
import type { Clause, Situation } from './clauses.ts';
import type { MomentField } from './fact-fields.ts';

export type Severity = 'info' | 'low' | 'medium' | 'high';

/**
 * How sure the catalogue is of a source. S: stated in the founding documents. V: text or
 * authoritative summary seen. V15: text of the law seen as it stood in 2015. P: the rule is
 * sourced, the number of its article is not verified. K: general knowledge, never published.
 */
export type Certainty = 'S' | 'V' | 'V15' | 'P' | 'K';

/** A law or a code, and what in it holds the rule, in the days the contact may lie in. */
export type Source = {
	name: string;
	article: string | null;
	certainty: Certainty;
	from?: string;
	/** Last day. */
	until?: string;
};

type Per<Value> = Value | ((situation: Situation) => Value);

/**
 * A rule as data. It is likely broken when every clause is known to hold; possibly, when no clause
 * is known to fail and at least one trigger is known to hold. Context says what kind of contact it
 * was and which exceptions are to be ruled out; triggers say what went wrong.
 */
export type Rule = {
	id: string;
	/** As numbered in the catalogue; null for what is dormant. */
	number: number | null;
	title_nl: string;
	title_en: string;
	/** First and last day of the contact the rule is about; null when it still holds. */
	from: string;
	until: string | null;
	/** The facts whose day decides that, the first that is known; the contact when not given. */
	dated_by?: readonly MomentField[];
	sources: readonly [Source, ...Source[]];
	severity: Per<Severity>;
	category: Per<CategoryCode>;
	/** Code of the catalogue (4.1). */
	sub_category: Per<string>;
	actions: readonly ActionCode[];
	context: readonly Clause[];
	triggers: readonly Clause[];
	/** Dutch, B1: "mogelijk", one sentence, no verdict. */
	explanation_nl: string;
	explanation_en: string;
	enabled: boolean;
};

export function resolve<Value extends string>(value: Per<Value>, situation: Situation): Value {
	return typeof value === 'function' ? value(situation) : value;
}

/** Whether a day lies between two others, of which either may be open. */
export function isWithin(
	{ from, until }: { from?: string; until?: string | null },
	day: string
): boolean {
	return (!from || day >= from) && (!until || day <= until);
}

/** The source that held on the day; when that is not certain, the name without a number. */
export function sourceOn(rule: Rule, day: string | null): Source {
	const [first, ...others] = rule.sources;
	if (others.length === 0) return first;
	const held = day === null ? undefined : rule.sources.find((source) => isWithin(source, day));
	return held ?? { ...(others.at(-1) ?? first), article: null, certainty: 'P' };
}

/** A source as the reader sees it: an article only where its number was seen. */
export function shownSource({ name, article, certainty }: Source): {
	name: string;
	article?: string;
} {
	const isNumberSeen = certainty === 'S' || certainty === 'V' || certainty === 'V15';
	return article && isNumberSeen ? { name, article } : { name };
}
