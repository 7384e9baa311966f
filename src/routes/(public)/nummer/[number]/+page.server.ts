import { error } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import * as numbers from '#lib/server/register/numbers.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { desk }, params }) => {
	const [number, known] = await Promise.all([
		numbers.lookUp(desk, params.number),
		taxonomy.load(desk)
	]);
	if (!number) error(422);
	const labelOf = (code: string) => {
		const category = known.categories.find((each) => each.code === code);
		return (getLocale() === 'en' ? category?.label_en : category?.label_nl) ?? code;
	};
	return {
		number,
		top_categories: number.top_categories.map(({ code, count }) => ({
			code,
			label: labelOf(code),
			count
		}))
	};
};
