import type { ActionCode } from './actions.ts';
import { assess, type Assessment, type Finding } from './assess.ts';
import type { RuleTables } from './clauses.ts';
import { parseFacts } from './facts.ts';
import { explainingRule } from './precedence.ts';
import { factsOfReport, type ReportedContact } from './report-facts.ts';

/**
 * A report about one or more contacts: each contact by the rules of its own day. A rule that more
 * of them break is told once, as the surest and heaviest of them.
 */
export function assessReport(
	report: ReportedContact,
	as_of: Date,
	tables: RuleTables
): Pick<Assessment, 'findings' | 'actions'> {
	const assessments = factsOfReport(report).map((facts) =>
		assess(parseFacts(facts), as_of, tables)
	);
	const strongest = new Map<string, Finding>();
	for (const finding of assessments.flatMap(({ findings }) => findings)) {
		const other = strongest.get(finding.rule_id);
		if (!other || weight(finding) > weight(other)) strongest.set(finding.rule_id, finding);
	}
	const findings = [...strongest.values()].sort((one, other) => weight(other) - weight(one));
	const called = findings.flatMap(({ actions }) => actions);
	const open = assessments.flatMap(({ actions }) => actions);
	return { findings, actions: [...new Set<ActionCode>([...called, ...open])] };
}

const severities = ['info', 'low', 'medium', 'high'];

/** Likely before possible, then the heaviest; what explains another comes after all. */
const weight = ({ rule_id, outcome, severity }: Finding) =>
	(outcome === 'likely' ? severities.length : 0) +
	severities.indexOf(severity) -
	(rule_id === explainingRule ? 2 * severities.length : 0);
