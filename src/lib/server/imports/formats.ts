import { fcc } from '#lib/domain/import/fcc.ts';
import { ftc } from '#lib/domain/import/ftc.ts';
import { gehoord } from '#lib/domain/import/gehoord.ts';
import type { ImportFormat } from '#lib/domain/import/format.ts';
import { signalconso } from '#lib/domain/import/signalconso.ts';

/** The formats that can be imported, by the name the operator gives. */
export const formats: Record<string, ImportFormat> = { gehoord, ftc, fcc, signalconso };
