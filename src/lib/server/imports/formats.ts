import { ftc } from '#lib/domain/import/ftc.ts';
import type { ImportFormat } from '#lib/domain/import/format.ts';
import { signalconso } from '#lib/domain/import/signalconso.ts';

/** The formats that can be imported, by the name the operator gives. */
export const formats: Record<string, ImportFormat> = { ftc, signalconso };
