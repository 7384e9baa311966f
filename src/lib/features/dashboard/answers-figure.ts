import type { AnswerBehaviour } from '#lib/domain/figures/answer-behaviour.ts';
import { reportsAddress } from '#lib/domain/trends/staff-address.ts';
import { formatCount, formatShare } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import type { DashboardFigure, FigureContext } from './figure.ts';

/** How long organisations took to answer, and how many did not. */
export function answersFigure(
	answers: AnswerBehaviour & { term: number; isFromReports: boolean },
	{ question, locale, base }: FigureContext
): DashboardFigure {
	const count = (number: number) => formatCount(number, locale);
	const { in_time, late, unanswered, waiting, days, term, median_days } = answers;
	const due = in_time + late + unanswered;
	const hrefOf = (answer: string) =>
		localizeHref(`${base}/meldingen?${reportsAddress(question, { answer, kind: 'complaint' })}`);
	const states = [
		{ key: 'in_time', label: m.dashboard_answer_in_time({ days: term }), count: in_time },
		{ key: 'late', label: m.dashboard_answer_late(), count: late },
		{ key: 'unanswered', label: m.dashboard_answer_none(), count: unanswered },
		{ key: 'waiting', label: m.dashboard_answer_waiting(), count: waiting }
	];
	return {
		id: 'answers',
		caption: m.dashboard_answers(),
		summary:
			due === 0
				? m.dashboard_answers_none()
				: [
						m.dashboard_answers_summary({
							due: count(due),
							share: formatShare(in_time / due, locale),
							unanswered: count(unanswered)
						}),
						median_days !== null && m.dashboard_answers_median({ days: median_days })
					]
						.filter(Boolean)
						.join(' '),
		note: [
			m.dashboard_note_answers({ days: term }),
			answers.isFromReports && m.dashboard_from_reports()
		]
			.filter(Boolean)
			.join(' '),
		drawing: {
			form: 'bar',
			isUpright: true,
			changesAt: term + 1,
			format: count,
			bars: days.map((number, day) => ({
				label: day === days.length - 1 ? `${day}+` : String(day),
				count: number
			}))
		},
		legend: [
			{ label: m.dashboard_answer_in_time({ days: term }), colour: 0 },
			{ label: m.dashboard_answer_late(), colour: 1 }
		],
		hrefAt: (_, place) => hrefOf(place <= term ? 'in_time' : 'late'),
		table: {
			columns: [
				{ key: 'name', label: m.dashboard_answer() },
				{ key: 'count', label: m.committee_complaints(), isNumeric: true },
				{ key: 'share', label: m.dashboard_share(), isNumeric: true }
			],
			rows: states.map((state) => ({
				key: state.key,
				cells: [
					{ value: state.label },
					{ value: state.count, href: state.count > 0 ? hrefOf(state.key) : undefined },
					state.key === 'waiting' || due === 0
						? { value: null, shown: '–' }
						: {
								value: Math.round((1000 * state.count) / due) / 1000,
								shown: formatShare(state.count / due, locale, 1)
							}
				]
			}))
		},
		made: 'antwoorden'
	};
}
