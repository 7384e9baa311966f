import type { AskedQuestion } from '#lib/domain/rules/asked-question.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import type { ReportDraft } from './report-draft.ts';

/**
 * The questions that can still matter for a report. They are a courtesy: when nobody answers in
 * time there are none.
 */
export async function askQuestions(draft: ReportDraft): Promise<AskedQuestion[]> {
	try {
		const response = await fetch(localizeHref('/melden/vragen'), {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			// The story and the address are none of its business.
			body: JSON.stringify({ ...draft, narrative: '', email: '' }),
			signal: AbortSignal.timeout(4000)
		});
		return response.ok ? await response.json() : [];
	} catch {
		return [];
	}
}
