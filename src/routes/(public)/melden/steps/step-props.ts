import type { EvidenceWords } from '../evidence-words.ts';
import type { ReportDraft } from '../report-draft.ts';

/** What a reporter can choose from, in the reader's language. */
export type ReportChoices = {
	kinds: { value: string; label: string; description: string }[];
	moments: { value: string; label: string }[];
	channels: { value: string; label: string }[];
	sectors: { value: string; label: string }[];
	categories: { value: string; kind: string; label: string; description: string }[];
	/** What is said at the files, from the server: the page has no room for it in its script. */
	evidence: EvidenceWords;
};

/** What every step of the report form gets. */
export type StepProps = {
	draft: ReportDraft;
	choices: ReportChoices;
	/** What is wrong with a field, in words. */
	errorOf: (path: string) => string | undefined;
	/** Does a script show one step at a time? */
	isEnhanced: boolean;
};
