import { caseActions, loadCasePage } from '#lib/pages/staff-case.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) => loadCasePage(event);

export const actions: Actions = caseActions('committee');
