import { loadTrends, trendsActions } from '#lib/pages/staff-trends.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) => loadTrends(event, '/acm');

export const actions: Actions = trendsActions('/acm');
