import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { letterKinds, lettersFor, type LetterSubject } from '#lib/domain/letters/letters.ts';
import { actions as actionTexts, type ActionCode } from '#lib/domain/rules/actions.ts';
import { assessReport } from '#lib/domain/rules/assess-report.ts';
import type { ToldFinding } from '#lib/domain/rules/assessment-shape.ts';
import { parseMoment } from '#lib/domain/rules/moment.ts';
import type { ReportedContact } from '#lib/domain/rules/report-facts.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Desk } from '../desk.ts';
import { assessKnown, tellFindings } from '../reports/findings.ts';
import { momentsOf, type FollowedReport } from '../following/followed-reports.ts';
import * as letters from './letters.ts';
import * as ruleTables from './rule-tables.ts';

/*
 * Where somebody stands: which rules were possibly broken, what to do now, and the letters that go
 * with it, in one language. Never a verdict.
 */

type Locale = 'nl' | 'en';

/** A finding as pages show it. */
export type ShownFinding = {
	rule_id: string;
	title: string;
	explanation: string;
	source: string;
};

export type Rights = {
	findings: ShownFinding[];
	/** What to do now, the most fitting first. */
	actions: { code: ActionCode; text: string }[];
	letters: letters.WrittenLetter[];
};

/** Where the reporter of a complaint stands; null for a compliment. */
export async function ofReport(
	desk: Desk,
	report: FollowedReport,
	locale: Locale
): Promise<Rights | null> {
	if (report.kind !== 'complaint') return null;
	const moments = momentsOf(report);
	return present(
		desk,
		{ ...report, moments },
		tellFindings(report.findings, moments, locale),
		report.organisation_name,
		locale
	);
}

/** Where somebody stands who files nothing. */
export async function ofContact(
	desk: Desk,
	contact: ReportedContact,
	organisation_name: string | null,
	locale: Locale
): Promise<Rights> {
	const findings = tellFindings(await assessKnown(desk, contact), contact.moments, locale);
	return present(desk, contact, findings, organisation_name, locale);
}

/** Every letter, with all that can be known left to the reader. */
export function allLetters(desk: Desk, locale: Locale): letters.WrittenLetter[] {
	const subject = subjectOf(desk, null, null);
	return letterKinds.map((kind) => letters.write(kind, subject, locale));
}

async function present(
	desk: Desk,
	contact: ReportedContact,
	findings: ToldFinding[],
	organisation_name: string | null,
	locale: Locale
): Promise<Rights> {
	const open = assessReport(contact, desk.now(), await ruleTables.load(desk)).actions;
	const called = findings.flatMap(({ actions }) => actions as ActionCode[]);
	const actions = [...new Set([...called, ...open])];
	const subject = subjectOf(desk, contact, organisation_name);
	return {
		findings: findings.map(({ rule_id, title, explanation, source }) => ({
			rule_id,
			title,
			explanation,
			source: sourceIn(source, locale)
		})),
		actions: actions.map((code) => ({ code, text: actionTexts[code][locale] })),
		letters: lettersFor(actions).map((kind) => letters.write(kind, subject, locale))
	};
}

function subjectOf(
	desk: Desk,
	contact: ReportedContact | null,
	organisation: string | null
): LetterSubject {
	return {
		channel: contact?.channel ?? null,
		organisation,
		caller_number: contact?.caller_number ?? null,
		moments: contact?.moments ?? [],
		contract_on: parseMoment(contact?.facts.contract_at)?.day ?? null,
		written_on: dayOf(desk.now())
	};
}

function sourceIn({ name, article }: ToldFinding['source'], locale: Locale): string {
	if (!article) return name;
	return m.finding_source({ name, article: articleIn(article, locale) }, { locale });
}

/** Articles are written as Dutch laws write them; their few words are told in English too. */
function articleIn(article: string, locale: Locale): string {
	if (locale === 'nl') return article;
	return article
		.replace('tot en met', 'to')
		.replace(/\blid\b/g, 'paragraph')
		.replace(/\ben\b/g, 'and')
		.replace('onder', 'under')
		.replace('(oud)', '(old)');
}
