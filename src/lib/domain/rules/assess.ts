import { catalogue } from './catalogue/all.ts';
import type { CategoryCode } from '../report/taxonomy.ts';
import type { ActionCode } from './actions.ts';
import { adviceFor } from './advice.ts';
import { all, type RuleTables, type Situation } from './clauses.ts';
import { withEarlierObjection } from './earlier-objection.ts';
import type { Facts } from './facts.ts';
import { isRequested } from './grounds.ts';
import { momentAt } from './moment.ts';
import { explainingRule, isOffWhenRequested, oneLine, precedence } from './precedence.ts';
import { regimeOn, type Regime } from './regimes.ts';
import {
	isWithin,
	resolve,
	shownSource,
	sourceOn,
	type Certainty,
	type Rule,
	type Severity,
	type Source
} from './rule.ts';
import { and, isHeld, truthOf, type Truth } from './three-valued.ts';

export type Outcome = 'likely' | 'possible';

/** What one rule says of one contact: an allegation somebody may have, never a verdict. */
export type Finding = {
	rule_id: string;
	outcome: Outcome;
	severity: Severity;
	category: CategoryCode;
	sub_category: string;
	title_nl: string;
	title_en: string;
	explanation_nl: string;
	explanation_en: string;
	/** An article only where its number was seen in a source. */
	source: { name: string; article?: string };
	certainty: Certainty;
	actions: readonly ActionCode[];
};

export type Assessment = { findings: Finding[]; actions: ActionCode[]; regime: Regime | null };

type Fired = { rule: Rule; outcome: Outcome };

export const emptyTables: RuleTables = {
	mourning_days: [],
	hours_verified: {},
	disabled_rules: []
};

/**
 * Which rules were likely or possibly broken, and what to do about it.
 * @param as_of the moment up to which terms have run
 * @param rules the catalogue, or part of it
 */
export function assess(
	told: Facts,
	as_of: Date,
	tables: RuleTables = emptyTables,
	rules: readonly Rule[] = catalogue
): Assessment {
	const facts = withEarlierObjection(told);
	const situation: Situation = { facts, as_of: momentAt(as_of), tables };
	const fired: Fired[] = [];
	for (const rule of rules) {
		// It goes with the others, so it comes after them.
		const outcome = rule.id === explainingRule ? null : outcomeOf(rule, situation);
		if (outcome) fired.push({ rule, outcome });
	}
	const findings = inOrder(shown(fired).map((one) => findingOf(one, situation)));
	const chain = rules.find(({ id }) => id === explainingRule);
	const trigger = findings.find(({ rule_id }) =>
		fired.some(({ rule }) => rule.id === rule_id && isForTheChain(rule))
	);
	const outcome = chain && trigger ? outcomeOf(chain, situation) : null;
	if (chain && trigger && outcome) {
		const { category, sub_category } = trigger;
		const finding = findingOf({ rule: chain, outcome }, situation);
		findings.push({ ...finding, category, sub_category });
	}
	return {
		findings,
		actions: adviceFor(
			situation,
			findings.flatMap(({ actions }) => actions)
		),
		regime: facts.contact_at && regimeOn(facts.contact_at.day)
	};
}

function outcomeOf(rule: Rule, situation: Situation): Outcome | null {
	if (!rule.enabled || situation.tables.disabled_rules.includes(rule.id)) return null;
	let whole: Truth = isInForce(rule, situation);
	if (whole === 'no') return null;
	let isTriggered = false;
	for (const clause of rule.triggers) {
		const truth = clause(situation);
		isTriggered ||= isHeld(truth);
		whole = and(whole, truth);
	}
	if (!isTriggered) return null;
	whole = and(whole, all(...rule.context)(situation));
	if (whole === 'no') return null;
	if (isOffWhenRequested(rule) && isRequested(situation) === 'yes') return null;
	// What is general knowledge only is not published.
	if (sourceOf(rule, situation).certainty === 'K') return null;
	return whole === 'yes' ? 'likely' : 'possible';
}

/** Whether the contact lay in the days of the rule; with its day unknown, so is that. */
function isInForce(rule: Rule, situation: Situation): Truth {
	const day = dayOf(rule, situation);
	if (day === null) return rule.from > situation.as_of.day ? 'no' : 'unknown';
	return truthOf(isWithin(rule, day));
}

function dayOf(rule: Rule, { facts }: Situation): string | null {
	const field = (rule.dated_by ?? ['contact_at']).find((dating) => facts[dating] !== null);
	return field ? (facts[field]?.day ?? null) : null;
}

function sourceOf(rule: Rule, situation: Situation): Source {
	return sourceOn(rule, dayOf(rule, situation));
}

/** Without what another rule already says; unless it says so with less certainty. */
function shown(fired: readonly Fired[]): Fired[] {
	const outcomes = new Map(fired.map(({ rule, outcome }) => [rule.id, outcome]));
	const isHidden = ({ rule, outcome }: Fired) =>
		[...precedence, ...oneLine].some(
			([winner, hidden]) =>
				hidden === rule.id &&
				outcomes.has(winner) &&
				(outcomes.get(winner) === 'likely' || outcome === 'possible')
		);
	return fired
		.filter((one) => !isHidden(one))
		.map(({ rule, outcome }) => {
			const second = oneLine.find(([first]) => first === rule.id)?.[1];
			const along = fired.find((other) => other.rule.id === second && isHidden(other));
			if (!along) return { rule, outcome };
			const actions = [...new Set([...rule.actions, ...along.rule.actions])];
			return { rule: { ...rule, actions }, outcome };
		});
}

function findingOf({ rule, outcome }: Fired, situation: Situation): Finding {
	const source = sourceOf(rule, situation);
	return {
		rule_id: rule.id,
		outcome,
		severity: resolve(rule.severity, situation),
		category: resolve(rule.category, situation),
		sub_category: resolve(rule.sub_category, situation),
		title_nl: rule.title_nl,
		title_en: rule.title_en,
		explanation_nl: rule.explanation_nl,
		explanation_en: rule.explanation_en,
		source: shownSource(source),
		certainty: source.certainty,
		actions: rule.actions
	};
}

const bySeverity: readonly Severity[] = ['high', 'medium', 'low', 'info'];

/** Likely before possible, then the heaviest first. */
function inOrder(findings: Finding[]): Finding[] {
	const rank = ({ outcome, severity }: Finding) =>
		(outcome === 'likely' ? 0 : bySeverity.length) + bySeverity.indexOf(severity);
	return findings.sort((a, b) => rank(a) - rank(b));
}

/** Rule 28 goes with the law and the codes for telephone, contracts, practices and the door. */
function isForTheChain({ number }: Rule): boolean {
	return number !== null && number !== 29 && number !== 45;
}
