import { forbiddenHours } from '#lib/domain/calendar/forbidden-hours.ts';
import { reportsAddress } from '#lib/domain/trends/staff-address.ts';
import type { Channel } from '#lib/domain/report/taxonomy.ts';
import { formatCount, formatShare } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import type { DashboardFigure, FigureContext } from './figure.ts';

/** Monday, then the others. */
const weekdayNames = (locale: string, length: 'short' | 'long') =>
	Array.from({ length: 7 }, (_, day) =>
		new Date(Date.UTC(2026, 2, 2 + day)).toLocaleDateString(locale === 'en' ? 'en-GB' : 'nl-NL', {
			weekday: length,
			timeZone: 'UTC'
		})
	);

const hourName = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** Reports by weekday and hour of the first contact; what the codes forbid is marked. */
export function hoursFigure(
	{ week, isFromReports }: { week: number[][]; isFromReports: boolean },
	{ question, locale, base }: FigureContext
): DashboardFigure {
	const count = (number: number) => formatCount(number, locale);
	const forbidden = forbiddenHours(question.filters.channel as Channel | undefined);
	const hasForbidden = forbidden.flat().some(Boolean);
	const days = weekdayNames(locale, 'short');
	const longDays = weekdayNames(locale, 'long');
	const hrefOf = (weekday: number, hour: number) =>
		localizeHref(`${base}/meldingen?${reportsAddress(question, { weekday: weekday + 1, hour })}`);
	const cells = week.flatMap((hours, weekday) =>
		hours.map((number, hour) => ({
			weekday,
			hour,
			count: number,
			isForbidden: forbidden[weekday]![hour]!
		}))
	);
	const total = cells.reduce((sum, cell) => sum + cell.count, 0);
	const outside = cells.reduce((sum, cell) => sum + (cell.isForbidden ? cell.count : 0), 0);
	const top = cells.reduce((most, cell) => (cell.count > most.count ? cell : most), cells[0]!);
	return {
		id: 'hours',
		caption: m.dashboard_by_hour(),
		summary:
			total === 0
				? m.trends_empty()
				: [
						m.dashboard_hours_summary({
							day: longDays[top.weekday]!,
							hour: hourName(top.hour),
							count: count(top.count)
						}),
						hasForbidden &&
							m.dashboard_hours_forbidden({
								count: count(outside),
								share: formatShare(outside / total, locale, 1)
							})
					]
						.filter(Boolean)
						.join(' '),
		note: [
			hasForbidden ? m.dashboard_note_forbidden() : m.dashboard_note_no_hours(),
			m.dashboard_note_hours(),
			isFromReports && m.dashboard_from_reports()
		]
			.filter(Boolean)
			.join(' '),
		drawing: {
			form: 'tiles',
			columns: Array.from({ length: 24 }, (_, hour) => String(hour)),
			rows: days,
			format: count,
			tiles: cells.map((cell) => ({
				column: cell.hour,
				row: cell.weekday,
				count: cell.count,
				isMarked: cell.isForbidden,
				label: `${longDays[cell.weekday]} ${hourName(cell.hour)}`
			}))
		},
		hrefAt: (_, place) => {
			const cell = cells[place];
			return cell && cell.count > 0 ? hrefOf(cell.weekday, cell.hour) : undefined;
		},
		table: {
			columns: [
				{ key: 'hour', label: m.dashboard_hour() },
				...longDays.map((label, day) => ({ key: String(day), label, isNumeric: true }))
			],
			rows: Array.from({ length: 24 }, (_, hour) => ({
				key: String(hour),
				cells: [
					{ value: hourName(hour) },
					...week.map((hours, weekday) => ({
						value: hours[hour]!,
						shown: forbidden[weekday]![hour] ? `${count(hours[hour]!)} *` : undefined,
						href: hours[hour]! > 0 ? hrefOf(weekday, hour) : undefined
					}))
				]
			}))
		},
		made: 'uren',
		isWide: true
	};
}
