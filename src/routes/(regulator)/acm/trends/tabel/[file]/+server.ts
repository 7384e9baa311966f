import { giveOutFigure } from '#lib/pages/staff-trends-table.ts';
import type { RequestHandler } from './$types.js';

/** The table of a figure, to take along. */
export const GET: RequestHandler = (event) => giveOutFigure(event, '/acm', event.params.file);
