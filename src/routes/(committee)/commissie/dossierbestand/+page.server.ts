import { dossiersActions, loadDossiers } from '#lib/pages/staff-dossiers.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) => loadDossiers(event);

export const actions: Actions = dossiersActions('committee');
