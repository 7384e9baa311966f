import { loadReportPage, readOriginal } from '#lib/pages/staff-report.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** The regulator reads a report as it is, and changes nothing by reading it. */
export const load: PageServerLoad = (event) => loadReportPage(event, 'supervision');

export const actions: Actions = { read_original: readOriginal };
