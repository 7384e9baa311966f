import { error } from '@sveltejs/kit';
import type { DashboardFigure, FigureCell } from '#lib/features/dashboard/figure.ts';
import { giveOutTable, isSheetFormat } from '#lib/server/spreadsheets/spreadsheet.ts';
import { fileNameOf } from '#lib/charts/save-image.ts';
import { figuresFor, loadTrends } from './staff-trends.ts';

/** The table of one figure as a file: `hours.csv`, `hours.xlsx`. */
export async function giveOutFigure(
	event: Parameters<typeof loadTrends>[0],
	base: Parameters<typeof loadTrends>[1],
	file: string
): Promise<Response> {
	const [id, format] = file.split('.');
	if (!format || !isSheetFormat(format)) error(404);
	const data = await loadTrends(event, base);
	if (!data.question) error(422);
	const figure = figuresFor(data).figures.find((one) => one.id === id);
	if (!figure) error(404);
	const { from, to } = data.question;
	return giveOutTable(format, {
		name: `${fileNameOf(figure.caption)}-${from}-${to}`,
		columns: columnsOf(figure),
		pages: [figure.table.rows.map(({ cells }) => cells)]
	});
}

function columnsOf({ table }: DashboardFigure) {
	return table.columns.map(({ key, label, isNumeric }, index) => ({
		heading: label,
		kind: isNumeric ? ('number' as const) : key === 'period' ? ('day' as const) : ('text' as const),
		valueOf: (cells: FigureCell[]) => cells[index]!.value
	}));
}
