type Detailed = { event: string; details: Record<string, unknown> };

/** The names of the organisations that a report was pointed to, by their ids. */
export async function namesIn(
	events: readonly Detailed[],
	load: (id: string) => Promise<{ name: string } | null>
): Promise<Record<string, string>> {
	const ids = new Set(
		events
			.filter(({ event }) => event === 'attributed')
			.flatMap(({ details }) => [details.from, details.to])
			.filter((id) => typeof id === 'string')
	);
	const named = await Promise.all([...ids].map(async (id) => [id, await load(id)] as const));
	return Object.fromEntries(named.map(([id, organisation]) => [id, organisation?.name ?? id]));
}

/** The codes an event speaks of, as a list: of categories, or of one organisation. */
export function codesOf(value: unknown): string[] {
	const codes = Array.isArray(value) ? value : [value];
	return codes.filter((code) => typeof code === 'string');
}
