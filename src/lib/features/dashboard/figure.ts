import type { StaffBase } from '#lib/domain/staff/staff-desk.ts';
import type { ChartMark } from '#lib/charts/chart-rows.ts';
import type { Drawing } from '#lib/charts/draw-chart.ts';
import type { StaffQuestion } from '#lib/domain/trends/staff-question.ts';
import type { TrendChoices } from '#lib/features/trends/trend-choices.ts';
import type { Annotation } from '#lib/features/trends/trend-figure.ts';

/** A cell of a table: plain in a file, written for a reader on the screen, with the reports behind it. */
export type FigureCell = { value: string | number | null; shown?: string; href?: string };

export type FigureTable = {
	columns: { key: string; label: string; isNumeric?: boolean }[];
	/** The first cell is the heading of its row. */
	rows: { key: string; cells: FigureCell[] }[];
};

export const figureIds = [
	'over_time',
	'hours',
	'category',
	'sub_category',
	'province',
	'channel',
	'sector',
	'organisations',
	'answers',
	'rates',
	'verdicts',
	'verification'
] as const;
export type FigureId = (typeof figureIds)[number];

/** One figure of the dashboard, in words and ready to be drawn. */
export type DashboardFigure = {
	id: FigureId;
	caption: string;
	/** What it says, in a sentence. */
	summary: string;
	note?: string;
	drawing: Drawing;
	size?: 'plain' | 'tall' | 'map';
	legend?: { label: string; colour: number; isFaint?: boolean }[];
	marks?: ChartMark[];
	/** Where the reports behind a mark of the drawing are: its series and its place. */
	hrefAt?: (series: number, place: number) => string | undefined;
	table: FigureTable;
	/** The passage that tells how it is made. */
	made: string;
	isWide?: boolean;
};

/** A note that somebody of the own desk put on a day. */
export type ChartNote = { note_id: string; starts_on: string; text: string };

/** What every figure needs to know beside its numbers. */
export type FigureContext = {
	/** Where this part of the house begins. */
	base: StaffBase;
	question: StaffQuestion;
	choices: TrendChoices & { subCategories: { value: string; label: string }[] };
	annotations: readonly Annotation[];
	notes: readonly ChartNote[];
	/** Today in the Netherlands, to tell a period that still runs. */
	today: string;
	locale: 'nl' | 'en';
};
