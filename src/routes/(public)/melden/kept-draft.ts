import { isWorthKeeping, readDraft, type ReportDraft } from './report-draft.ts';

const place = 'gehoord.report';
const week = 7 * 24 * 60 * 60 * 1000;

/**
 * What somebody typed, kept on their own device until it is sent. A browser may refuse to keep
 * anything (private mode, full disk): then the form works all the same.
 */
export function keepDraft(draft: ReportDraft, now: number) {
	try {
		if (isWorthKeeping(draft)) localStorage.setItem(place, JSON.stringify({ kept_at: now, draft }));
		else localStorage.removeItem(place);
	} catch {
		// Nothing to do: keeping is a courtesy.
	}
}

/** Gives back what was kept, if it is there, is not a week old, and is worth it. */
export function recallDraft(now: number, clientKey: string): ReportDraft | null {
	try {
		const kept = JSON.parse(localStorage.getItem(place) ?? 'null');
		if (!kept || !(now - kept.kept_at < week)) return null;
		const draft = readDraft(kept.draft, clientKey);
		return isWorthKeeping(draft) ? draft : null;
	} catch {
		return null;
	}
}

/** Wipes what was kept. */
export function forgetDraft() {
	try {
		localStorage.removeItem(place);
	} catch {
		// Then nothing was kept either.
	}
}
