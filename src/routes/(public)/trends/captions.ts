import { m } from '#lib/paraglide/messages.js';

type Period = { from: string; to: string };

const overviewCaptions: Record<string, () => string> = {
	kind: m.trends_over_time,
	category: m.trends_by_category,
	channel: m.trends_by_channel,
	sector: m.trends_by_sector,
	province: m.trends_by_province
};

const askedCaptions: Record<string, (period: Period) => string> = {
	kind: m.trends_answer_by_kind,
	category: m.trends_answer_by_category,
	channel: m.trends_answer_by_channel,
	sector: m.trends_answer_by_sector,
	province: m.trends_answer_by_province
};

/** What a figure shows: in an overview its subject, by itself its period too. */
export function captionOf(
	group_by: string,
	isOverview: boolean,
	period: Period,
	isOfPraise = false
): string {
	if (isOverview && group_by === 'category' && isOfPraise) return m.trends_by_praise();
	const overview = isOverview ? overviewCaptions[group_by] : undefined;
	return overview?.() ?? (askedCaptions[group_by] ?? m.trends_answer)(period);
}
