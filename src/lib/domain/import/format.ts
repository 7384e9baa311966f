import type { CategoryCode, Channel, Kind, SectorCode } from '../report/taxonomy.ts';

/** A report from elsewhere, in the words of `public.file_report`. Moments are ISO 8601. */
export type ImportedReport = {
	kind: Kind;
	channel: Channel;
	caller_number: string | null;
	number_type: string | null;
	number_country: string | null;
	organisation_name?: string | null;
	sector?: SectorCode | null;
	narrative?: string | null;
	postcode4?: number | null;
	locale?: 'nl' | 'en';
	facts: Record<string, unknown>;
	filed_at: string;
	contacts: { contact_at: string; is_time_known: boolean }[];
	/** The primary one first. */
	categories: { code: CategoryCode; source: 'reporter' | 'suggested'; score: number | null }[];
};

/** What a row of a foreign file comes to: a report, or why it cannot stand. */
export type Reading = { ok: true; report: ImportedReport } | { ok: false; reason: string };

export const rejected = (reason: string): Reading => ({ ok: false, reason });

/** A format of files with one report a row. */
export type ImportFormat = {
	name: string;
	/** The columns that must be there; others are passed over. */
	columns: readonly string[];
	/** @param now the moment of the import: nothing was filed after it */
	read(fields: Record<string, string>, now: Date): Reading;
};
