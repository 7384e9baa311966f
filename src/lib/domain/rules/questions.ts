import { assess, emptyTables, type Assessment } from './assess.ts';
import type { RuleTables } from './clauses.ts';
import type { ChoiceField, SetField } from './fact-fields.ts';
import { parseFacts, type Facts, type SentFacts } from './facts.ts';
import { questionBank, type Question } from './question-bank.ts';
import type { Severity } from './rule.ts';

const most = 7;
const weights: Record<Severity, number> = { info: 0.2, low: 1, medium: 2, high: 4 };

/**
 * What a reporter most often means when nothing else is said. Only to see what an answer could
 * change; never assessed as a fact.
 */
const ordinary: SentFacts = {
	initiated_by: 'advertiser',
	recipient_type: 'consumer',
	purpose: 'commercial',
	org_type: 'commercial'
};

/**
 * The questions of which an answer can still change an outcome for this contact: its channel, its
 * day and the kind of organisation. The most decisive first, at most seven: grounds, then weight.
 */
export function questionsFor(
	facts: Facts,
	as_of: Date,
	tables: RuleTables = emptyTables
): readonly Question[] {
	const supposed = suppose(facts, parseFacts(ordinary));
	const found = assess(facts, as_of, tables);
	const foundSupposed = assess(supposed, as_of, tables);
	return (
		questionBank
			.filter((question) => isOpen(question, facts))
			.map((question) => ({ question, weight: decisiveness(question, supposed, foundSupposed) }))
			.filter(({ weight }) => weight > 0)
			// What matters only together with something that nobody said yet is not worth asking.
			.filter(({ question }) => decisiveness(question, facts, found) > 0)
			.sort((a, b) => groundsFirst(a.question, b.question) || b.weight - a.weight)
			.slice(0, most)
			.map(({ question }) => question)
	);

	/** The most that one of its answers changes. */
	function decisiveness(question: Question, known: Facts, without: Assessment): number {
		return Math.max(
			...question.options.map((option) => {
				const answer = parseFacts(option.facts);
				return difference(without, assess(suppose(known, answer), as_of, tables));
			})
		);
	}
}

/** Whether the contact was allowed at all decides more than how it went. */
const grounds = [
	'consent',
	'customer_status',
	'requested_contact',
	'objected_before',
	'bmnr_registered'
];

function groundsFirst(a: Question, b: Question): number {
	return Number(grounds.includes(b.id)) - Number(grounds.includes(a.id));
}

/** It suits the channel, and no fact it asks for is known yet. */
function isOpen({ channels, options }: Question, facts: Facts): boolean {
	const suits =
		facts.channel === 'unknown' || (channels as readonly string[]).includes(facts.channel);
	const asked = options.flatMap((option) => Object.keys(option.facts));
	return suits && !asked.some((field) => isKnown(facts[field as ChoiceField | SetField]));
}

/** The facts, with what is supposed where nothing is known. */
function suppose(facts: Facts, supposed: Facts): Facts {
	const entries = Object.entries(facts) as [keyof Facts, unknown][];
	return Object.fromEntries(
		entries.map(([field, value]) => [field, isKnown(value) ? value : supposed[field]])
	) as Facts;
}

function isKnown(value: unknown): boolean {
	return value !== null && value !== 'unknown';
}

/** By how much two assessments differ, in severity of what comes, goes or becomes likely. */
function difference(before: Assessment, after: Assessment): number {
	const weigh = (assessment: Assessment) =>
		new Map(
			assessment.findings.map(({ rule_id, outcome, severity }) => [
				rule_id,
				weights[severity] * (outcome === 'likely' ? 2 : 1)
			])
		);
	const [old, now] = [weigh(before), weigh(after)];
	const rules = new Set([...old.keys(), ...now.keys()]);
	return [...rules].reduce(
		(sum, rule) => sum + Math.abs((old.get(rule) ?? 0) - (now.get(rule) ?? 0)),
		0
	);
}
