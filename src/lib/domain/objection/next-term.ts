/** The term that comes first: the norm as long as that can be met, after it the term of the code. */
export function nextTerm(
	{ norm_at, due_at }: { norm_at: string | null; due_at: string },
	now: Date
): string {
	return norm_at && Date.parse(norm_at) > now.getTime() ? norm_at : due_at;
}
