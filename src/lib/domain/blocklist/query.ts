import { z } from 'zod';
import { blocklistFormatNames } from './formats.ts';

/** In which format the list is asked for. */
export const blocklistQuery = z.object({
	format: z.enum(blocklistFormatNames, { error: 'error_format' }).default('json')
});
