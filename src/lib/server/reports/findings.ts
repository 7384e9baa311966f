import type { ContactMoment } from '#lib/domain/report/contact-moments.ts';
import type { Kind, SectorCode } from '#lib/domain/report/taxonomy.ts';
import type { KeptFinding, ToldFinding } from '#lib/domain/rules/assessment-shape.ts';
import { assessReport } from '#lib/domain/rules/assess-report.ts';
import type { CustomerTerm, ReportedContact } from '#lib/domain/rules/report-facts.ts';
import { tellFinding } from '#lib/domain/rules/tell-finding.ts';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { z } from 'zod';
import { sectors } from '#lib/domain/report/taxonomy.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import * as ruleTables from '../rights/rule-tables.ts';

/* What the rules say of a report: from what was filed to what is kept, and from that to words. */

/** What was filed, before it is known whose it is. */
export type Filing = Omit<ReportedContact, 'sector'> & {
	kind: Kind;
	sector: SectorCode | null;
	organisation_id: string | null;
	organisation_name: string | null;
};

/** The findings to file a report with. */
export async function assessFiling(desk: Desk, filing: Filing): Promise<KeptFinding[]> {
	if (filing.kind !== 'complaint') return [];
	return assessKnown(desk, { ...filing, ...(await partyOf(desk, filing)) });
}

/** The findings of a complaint of which the sector is known. */
export async function assessKnown(desk: Desk, report: ReportedContact): Promise<KeptFinding[]> {
	const { findings } = assessReport(report, desk.now(), await ruleTables.load(desk));
	return findings.map(kept);
}

/** What is kept of a finding: its texts are those of the catalogue. */
export const kept = ({ rule_id, outcome, severity, category }: KeptFinding): KeptFinding => ({
	rule_id,
	outcome,
	severity,
	category
});

/** A longer customer term, as the database tells it. */
export const customerTerm = z.object({
	term_months: z.number(),
	valid_from: z.string(),
	valid_until: z.string()
});

const party = z.object({ sector: z.enum(sectors), customer_terms: z.array(customerTerm) });

/** What the rules need of the organisation that a report is about. */
type Party = { sector: SectorCode; customer_terms: CustomerTerm[] };

/**
 * The sector the reporter named, or else that of the organisation the report will be tied to; and
 * its longer customer terms, which matter only when somebody was a customer before.
 */
export async function partyOf(desk: Desk, filing: Filing): Promise<Party> {
	const { sector, caller_number, organisation_id, organisation_name, moments, facts } = filing;
	const named = sector === 'unknown' ? null : sector;
	const isNamed = caller_number || organisation_id || organisation_name;
	if (!isNamed || (named && !facts.relationship_end_date)) {
		return { sector: named ?? 'unknown', customer_terms: [] };
	}
	const { data, error } = await desk.service.rpc('party_for_rules', {
		caller_number: caller_number as string,
		organisation_id: organisation_id as string,
		organisation_name: organisation_name as string,
		on_day: dayOf(moments[0]?.contact_at ?? desk.now())
	});
	if (error) unwrap('party_for_rules', { data, error });
	const found = data === null ? null : party.parse(data);
	return {
		sector: named ?? found?.sector ?? 'unknown',
		customer_terms: found?.customer_terms ?? []
	};
}

/** Findings that were kept, in words; with the source that held on the day of the first contact. */
export function tellFindings(
	findings: readonly KeptFinding[],
	moments: readonly Pick<ContactMoment, 'contact_at'>[],
	locale: 'nl' | 'en'
): ToldFinding[] {
	const day = moments[0] ? dayOf(moments[0].contact_at) : null;
	return findings.flatMap((finding) => tellFinding(finding, day, locale) ?? []);
}
