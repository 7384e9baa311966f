import type { Actions } from '@sveltejs/kit';
import { formOfPart, labelledParts, type LabelledPart } from '#lib/domain/upkeep/forms.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as visitors from '#lib/server/guard/visitors.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import * as referenceData from '#lib/server/upkeep/reference-data.ts';
import { act } from '../upkeep-act.ts';
import type { PageServerLoad } from './$types.js';

/** Which row of which part the address chooses: `categories/pushiness`. */
function chosenIn(url: URL) {
	const [part, code] = (url.searchParams.get('kies') ?? '').split('/');
	const known = labelledParts.find((each) => each === part);
	return known && code ? { part: known, code } : null;
}

export const load: PageServerLoad = async ({ locals, url }) => {
	const { client } = visitors.required(locals);
	const [{ categories, sub_categories }, sectors] = await Promise.all([
		taxonomy.load(locals.desk),
		referenceData.listSectors(client)
	]);
	const parts = { categories, sub_categories, sectors };
	const chosen = chosenIn(url);
	const row = chosen && parts[chosen.part].find(({ code }) => code === chosen.code);
	const locale = getLocale();
	return {
		parts: labelledParts.map((part) => ({
			part,
			rows: parts[part].map(({ code, label_nl, label_en }) => ({ code, label_nl, label_en }))
		})),
		locale,
		chosen: chosen && row ? { ...chosen, row: row as Record<string, unknown> } : null
	};
};

const edit =
	(part: LabelledPart) =>
	(event: Parameters<Actions[string]>[0]): ReturnType<typeof act> =>
		act(event, part, formOfPart[part], async ({ reason, ...labels }, desk, client) => {
			const code = chosenIn(event.url)?.code ?? '';
			await referenceData.editLabels(desk, client, { part, code, reason }, labels);
		});

export const actions: Actions = {
	categories: edit('categories'),
	sub_categories: edit('sub_categories'),
	sectors: edit('sectors')
};
