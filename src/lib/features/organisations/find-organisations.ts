/** Names of organisations that look like what was typed; none when nobody answers. */
export async function findOrganisations(typed: string, signal: AbortSignal): Promise<string[]> {
	try {
		const response = await fetch(`/api/v1/organisations?q=${encodeURIComponent(typed)}`, {
			signal
		});
		if (!response.ok) return [];
		const { organisations } = await response.json();
		return organisations.map(({ name }: { name: string }) => name).slice(0, 8);
	} catch {
		return [];
	}
}
