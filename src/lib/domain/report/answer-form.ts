import { z } from 'zod';
import { answerFields, checkPromise, reasonOfAnswer, typeOfReason, words } from './given-answer.ts';
import { unknownPlaceholders } from './placeholders.ts';
import { line, optional } from './submission.ts';

/* What a member of an organisation fills in to answer a report. */

/** A text in which only placeholders stand that mean something. */
const text = answerFields.shape.text.refine(
	(written) => unknownPlaceholders(written).length === 0,
	{ error: 'error_placeholder_unknown' }
);

const fields = answerFields.extend({
	text,
	other_organisation: optional(line(120)),
	supervision_note: optional(words('error_text'))
});

/** An answer as it was filled in, on a day in the Netherlands. */
export const answerForm = (today: string) =>
	fields.superRefine((filled, context) => {
		const refuse = (path: string, message: string) =>
			context.addIssue({ code: 'custom', path: [path], message });
		checkPromise(filled, refuse, today);
		if (filled.other_organisation && typeOfReason(filled.reason) !== 'not_ours') {
			refuse('other_organisation', 'error_other_organisation');
		}
	});

export type FilledAnswer = z.output<typeof fields>;

/** A text to begin answers with. */
export const answerTemplate = z.object({
	template_id: optional(z.uuid({ error: 'error_text' })),
	name: line(80).pipe(z.string().min(1, { error: 'error_template_name' })),
	reason: optional(reasonOfAnswer),
	text
});
