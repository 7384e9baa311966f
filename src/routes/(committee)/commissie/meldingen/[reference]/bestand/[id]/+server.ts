import { giveOutEvidence } from '#lib/pages/staff-evidence.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = (event) => giveOutEvidence(event);
