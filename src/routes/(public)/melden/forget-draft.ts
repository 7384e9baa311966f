/** Under which name a draft stands on the reporter's device. */
export const draftPlace = 'gehoord.report';

/** Wipes the draft that was kept. */
export function forgetDraft() {
	try {
		localStorage.removeItem(draftPlace);
	} catch {
		// Then nothing was kept either.
	}
}
