import { fail } from '@sveltejs/kit';
import type { z } from 'zod';
import type { FormValues } from './form-fields.ts';
import { parseForm, readValues } from './parse-form.ts';

/** What the form of an act gets back: which one it was, and what was typed and is wrong with it. */
export type Returned<Act extends string = string> = {
	act: Act;
	isDone: boolean;
	values: FormValues;
	issues: { path: string; text: string }[];
};

type Acting<Schema extends z.ZodType, Act extends string> = {
	act: Act;
	schema: Schema;
	perform: (sent: z.output<Schema>) => Promise<unknown>;
	/** The sentence of a message key. */
	say: (key: string) => string;
	/** A refusal and what it is about, or null for a fault. */
	refusalOf: (error: unknown) => { status: number; reason: string } | null;
	/** The field a refusal belongs to. */
	pathOf?: (reason: string) => string;
};

/** Reads the form of an act and does it; a refusal is told at the form and loses nothing. */
export async function runAct<Schema extends z.ZodType, Act extends string>(
	request: Request,
	{ act, schema, perform, say, refusalOf, pathOf = () => '' }: Acting<Schema, Act>
) {
	const data = await request.formData();
	const giveBack = (status: number, issues: { path: string; message: string }[]) =>
		fail<Returned<Act>>(status, {
			act,
			isDone: false,
			values: readValues(data),
			issues: issues.map(({ path, message }) => ({ path, text: say(message) }))
		});
	const sent = parseForm(schema, data);
	if (!sent.ok) return giveBack(422, sent.issues);
	try {
		await perform(sent.value);
	} catch (error) {
		const refusal = refusalOf(error);
		if (!refusal) throw error;
		const { status, reason } = refusal;
		return giveBack(status, [{ path: pathOf(reason), message: `error_${reason}` }]);
	}
	return { act, isDone: true, values: {}, issues: [] } satisfies Returned<Act>;
}
