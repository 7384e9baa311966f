import type { FormValues } from '#lib/forms/form-fields.ts';

/** What a form got back when it was refused. */
export type Refusal = { values: FormValues; issues: { path: string; text: string }[] };
