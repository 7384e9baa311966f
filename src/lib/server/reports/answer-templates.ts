import { z } from 'zod';
import { answerTypes } from '#lib/domain/report/answers.ts';
import type { answerTemplate } from '#lib/domain/report/answer-form.ts';
import { typeOfReason } from '#lib/domain/report/given-answer.ts';
import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';

/* Texts that an organisation begins its answers with. */

const template = z.object({
	template_id: z.string(),
	name: z.string(),
	answer_type: z.enum(answerTypes).nullable(),
	reason: z.string().nullable(),
	text: z.string()
});

export type AnswerTemplate = z.infer<typeof template>;

/** The templates of an organisation, by name. */
export async function list(client: Client, organisation: string): Promise<AnswerTemplate[]> {
	const answer = await client.rpc('list_answer_templates', { organisation });
	return z.array(template).parse(unwrap('list_answer_templates', answer));
}

/** Makes a template, or changes it by its id. @throws Refused `template_name_taken`, `template_not_found` */
export async function save(
	client: Client,
	organisation: string,
	{ template_id, reason, name, text }: z.output<typeof answerTemplate>
): Promise<void> {
	// The generated types do not know that a function takes null.
	const answer = await client.rpc('save_answer_template', {
		organisation,
		template_id: template_id as string,
		answer_type: (reason ? typeOfReason(reason)! : null) as 'accepted',
		reason: reason as string,
		name,
		text
	});
	unwrap('save_answer_template', answer);
}

export async function remove(
	client: Client,
	organisation: string,
	template_id: string
): Promise<void> {
	const answer = await client.rpc('remove_answer_template', { organisation, template_id });
	unwrap('remove_answer_template', answer);
}
