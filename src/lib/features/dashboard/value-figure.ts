import { reportsAddress } from '#lib/domain/trends/staff-address.ts';
import { formatCount, formatShare } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import type { DashboardFigure, FigureContext } from './figure.ts';
import { changeInWords, signed, spanInWords } from './figure-words.ts';

export type ValueGroup =
	'category' | 'sub_category' | 'channel' | 'sector' | 'province' | 'verification';
type ValueCount = { key: string; count: number; before: number | null };

/** More bars than this nobody compares; the table holds them all. */
const mostBars = 12;

const captions: Record<ValueGroup, () => string> = {
	category: m.dashboard_by_category,
	sub_category: m.dashboard_by_sub_category,
	channel: m.dashboard_by_channel,
	sector: m.dashboard_by_sector,
	province: m.dashboard_by_province,
	verification: m.dashboard_by_verification
};

const headings: Record<ValueGroup, () => string> = {
	category: m.trends_category,
	sub_category: m.dashboard_sub_category,
	channel: m.trends_channel,
	sector: m.trends_sector,
	province: m.trends_province,
	verification: m.dashboard_verification
};

const notes: Partial<Record<ValueGroup, () => string>> = {
	category: m.chart_note_categories,
	sub_category: m.dashboard_note_sub_category,
	verification: m.dashboard_note_verification
};

const made: Record<ValueGroup, string> = {
	category: 'soort',
	sub_category: 'soort',
	channel: 'verdeling',
	sector: 'verdeling',
	province: 'kaart',
	verification: 'controle'
};

/** The provinces where they lie, roughly: a column and a row each. */
const places: Record<string, [number, number]> = {
	FR: [2, 0],
	GR: [3, 0],
	NH: [1, 1],
	FL: [2, 1],
	DR: [3, 1],
	ZH: [0, 2],
	UT: [1, 2],
	GE: [2, 2],
	OV: [3, 2],
	ZE: [0, 3],
	NB: [1, 3],
	LI: [2, 3]
};

/** The words for a value of a group. */
export function labelOfValue(group: ValueGroup, key: string, { choices }: FigureContext): string {
	const lists = {
		category: choices.categories,
		sub_category: choices.subCategories,
		channel: choices.channels,
		sector: choices.sectors,
		province: choices.provinces,
		verification: verificationChoices()
	};
	if (key === 'unknown') return m.dashboard_unknown();
	return lists[group].find(({ value }) => value === key)?.label ?? key;
}

/** How far it is known who reports, to choose from. */
export const verificationChoices = () => [
	{ value: 'proven', label: m.dashboard_verification_proven() },
	{ value: 'email', label: m.dashboard_verification_email() },
	{ value: 'none', label: m.dashboard_verification_none() }
];

/** Reports per value, the most first, beside the period it is compared with; provinces as a map. */
export function valueFigure(
	group: ValueGroup,
	values: readonly ValueCount[],
	isFromReports: boolean,
	context: FigureContext
): DashboardFigure {
	const { question, locale, base } = context;
	const count = (number: number) => formatCount(number, locale);
	const total = values.reduce((sum, value) => sum + value.count, 0);
	const named = values.map((value) => ({
		...value,
		label: labelOfValue(group, value.key, context)
	}));
	const hrefOf = (key: string) =>
		localizeHref(`${base}/meldingen?${reportsAddress(question, { [group]: key })}`);
	const drawn = named.filter((value) => value.count > 0 || value.before).slice(0, mostBars);
	const tiles = named.filter(({ key }) => places[key]);
	const isMap = group === 'province';
	const [first] = named;
	return {
		id: group,
		caption: captions[group](),
		summary:
			first && first.count > 0
				? [
						m.dashboard_most({
							name: first.label,
							count: count(first.count),
							share: formatShare(first.count / total, locale)
						}),
						first.before !== null && question.compared
							? m.dashboard_change_of_first({
									change: changeInWords(first.count, first.before, question.compared, locale)
								})
							: ''
					]
						.join(' ')
						.trim()
				: m.trends_empty(),
		note: [notes[group]?.(), isFromReports && m.dashboard_from_reports()].filter(Boolean).join(' '),
		drawing: isMap
			? {
					form: 'tiles',
					columns: [],
					rows: [],
					format: count,
					tiles: Object.entries(places).map(([key, [column, row]]) => {
						const value = tiles.find((one) => one.key === key)?.count ?? 0;
						return {
							column,
							row,
							count: value,
							text: `${key}\n${count(value)}`,
							label: labelOfValue('province', key, context)
						};
					})
				}
			: { form: 'bar', bars: drawn, format: count },
		size: isMap ? 'map' : drawn.length > 6 ? 'tall' : 'plain',
		hrefAt: (_, place) => {
			const key = isMap ? Object.keys(places)[place] : drawn[place]?.key;
			return key && hrefOf(key);
		},
		table: {
			columns: [
				{ key: 'name', label: headings[group]() },
				{ key: 'count', label: m.dashboard_reports(), isNumeric: true },
				{ key: 'share', label: m.dashboard_share(), isNumeric: true },
				...(question.compared
					? [
							{ key: 'before', label: spanInWords(question.compared, locale), isNumeric: true },
							{ key: 'difference', label: m.committee_difference(), isNumeric: true }
						]
					: [])
			],
			rows: named.map((value) => ({
				key: value.key,
				cells: [
					{ value: value.label },
					{ value: value.count, href: value.count > 0 ? hrefOf(value.key) : undefined },
					{
						value: total > 0 ? Math.round((1000 * value.count) / total) / 1000 : null,
						shown: total > 0 ? formatShare(value.count / total, locale, 1) : '–'
					},
					...(question.compared
						? [
								{ value: value.before },
								{
									value: value.count - (value.before ?? 0),
									shown: signed(value.count - (value.before ?? 0), locale)
								}
							]
						: [])
				]
			}))
		},
		made: made[group]
	};
}
