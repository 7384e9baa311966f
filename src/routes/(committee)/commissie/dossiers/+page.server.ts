import { casesActions, loadCases } from '#lib/pages/staff-cases.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) => loadCases(event, 'committee');

export const actions: Actions = casesActions('committee');
