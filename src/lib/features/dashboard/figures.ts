import type { AnswerBehaviour } from '#lib/domain/figures/answer-behaviour.ts';
import { answersFigure } from './answers-figure.ts';
import { figureIds, type DashboardFigure, type FigureContext } from './figure.ts';
import { hoursFigure } from './hours-figure.ts';
import { funnelFigure, organisationsFigure } from './organisation-figures.ts';
import { overTimeFigure } from './over-time-figure.ts';
import { valueFigure, type ValueGroup } from './value-figure.ts';

/** The numbers of a dashboard, as the server counts them. */
export type DashboardNumbers = {
	over_time: Parameters<typeof overTimeFigure>[0];
	groups: {
		group: ValueGroup;
		values: { key: string; count: number; before: number | null }[];
		isFromReports: boolean;
	}[];
	hours: Parameters<typeof hoursFigure>[0];
	answers: AnswerBehaviour & { term: number; isFromReports: boolean };
	organisations: Parameters<typeof organisationsFigure>[0] | null;
	funnels: Parameters<typeof funnelFigure>[0][];
};

/** All figures that the numbers make, in the order of the page. */
export function figuresOf(numbers: DashboardNumbers, context: FigureContext): DashboardFigure[] {
	const figures = [
		overTimeFigure(numbers.over_time, context),
		...numbers.groups.map(({ group, values, isFromReports }) =>
			valueFigure(group, values, isFromReports, context)
		),
		hoursFigure(numbers.hours, context),
		answersFigure(numbers.answers, context),
		...(numbers.organisations ? [organisationsFigure(numbers.organisations, context)] : []),
		...numbers.funnels.map((funnel) => funnelFigure(funnel, context))
	];
	return figures.sort((a, b) => figureIds.indexOf(a.id) - figureIds.indexOf(b.id));
}
