import type { Actions } from '@sveltejs/kit';
import { actOnForm } from '#lib/domain/upkeep/forms.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as keptImports from '#lib/server/imports/kept-imports.ts';
import { act } from '../upkeep-act.ts';
import type { PageServerLoad } from './$types.js';

/** An import tells how far it is with every batch: so long silent, it was broken off. */
const silentMs = 10 * 60_000;

export const load: PageServerLoad = async ({ locals, url }) => {
	const all = await keptImports.list(visitors.required(locals).client);
	const now = locals.desk.now().getTime();
	const imports = all.map((each) => {
		const isSilent = each.state === 'running' && now - Date.parse(each.told_at) > silentMs;
		const state = isSilent ? ('broken_off' as const) : each.state;
		return { ...each, state, canUndo: state === 'finished' || state === 'broken_off' };
	});
	const chosen = url.searchParams.get('kies');
	return {
		imports,
		chosen:
			imports.find(({ import_id, canUndo }) => canUndo && String(import_id) === chosen) ?? null
	};
};

export const actions: Actions = {
	undo: (event) =>
		act(event, 'undo', actOnForm, ({ id, reason }, _, client) =>
			keptImports.undo(client, Number(id), reason)
		)
};
