import { error } from '@sveltejs/kit';
import { writeNumber } from '#lib/domain/phone-number/write-number.ts';
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
	const described = await numbers.describe(desk, number);
	const labelOf = (code: string) => {
		const category = known.categories.find((each) => each.code === code);
		return (getLocale() === 'en' ? category?.label_en : category?.label_nl) ?? code;
	};
	return {
		number,
		activity: described.activity,
		neighbourhood: described.neighbourhood && {
			size: described.neighbourhood.size,
			numbers: described.neighbourhood.numbers
				.slice(0, 5)
				.map((e164) => ({ e164, shown: writeNumber(e164) })),
			count: described.neighbourhood.numbers.length
		},
		top_categories: number.top_categories.map(({ code, count }) => ({
			code,
			label: labelOf(code),
			count
		}))
	};
};
