import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';

/* Parents and daughters. One owner proposes, an owner of the other confirms; rights never follow. */

/** @throws Refused `not_allowed`, `organisation_not_found`, `same_organisation`, `group_exists` */
export async function propose(
	client: Client,
	organisation_id: string,
	{ other_id, is_parent }: { other_id: string; is_parent: boolean }
): Promise<void> {
	unwrap(
		'propose_group',
		await client.rpc('propose_group', { organisation_id, other_id, is_parent })
	);
}

/** @throws Refused `group_not_found`, `not_allowed`, `has_parent` */
export async function confirm(client: Client, group_id: number): Promise<void> {
	unwrap('confirm_group', await client.rpc('confirm_group', { group_id }));
}

/** Ends a group, or declines one that was proposed. @throws Refused `group_not_found` */
export async function end(client: Client, group_id: number): Promise<void> {
	unwrap('end_group', await client.rpc('end_group', { group_id }));
}

/** Whether the parent may see this daughter's figures. @throws Refused `group_not_found`, `not_allowed` */
export async function showFigures(
	client: Client,
	group_id: number,
	shows_figures: boolean
): Promise<void> {
	unwrap(
		'show_figures_to_parent',
		await client.rpc('show_figures_to_parent', { group_id, shows_figures })
	);
}
