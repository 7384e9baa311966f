import { draftPlace } from './forget-draft.ts';
import { isWorthKeeping, readDraft, type ReportDraft } from './report-draft.ts';
import { reportSteps, type StepId } from './report-steps.ts';

const week = 7 * 24 * 60 * 60 * 1000;

/**
 * What somebody typed, kept on their own device until it is sent. A browser may refuse to keep
 * anything (private mode, full disk): then the form works all the same.
 */
export function keepDraft(draft: ReportDraft, step: StepId, now: number) {
	try {
		if (isWorthKeeping(draft))
			localStorage.setItem(
				draftPlace,
				JSON.stringify({ kept_at: now, step, draft: { ...draft, evidence: [] } })
			);
		else localStorage.removeItem(draftPlace);
	} catch {
		// Nothing to do: keeping is a courtesy.
	}
}

/** What was kept and at which step, if it is there, is not a week old, and is worth it. */
export function recallDraft(
	now: number,
	clientKey: string
): { draft: ReportDraft; step: StepId } | null {
	try {
		const kept = JSON.parse(localStorage.getItem(draftPlace) ?? 'null');
		if (!kept || !(now - kept.kept_at < week)) return null;
		const draft = readDraft(kept.draft, clientKey);
		const step = reportSteps.find(({ id }) => id === kept.step)?.id ?? 'kind';
		return isWorthKeeping(draft) ? { draft, step } : null;
	} catch {
		return null;
	}
}
