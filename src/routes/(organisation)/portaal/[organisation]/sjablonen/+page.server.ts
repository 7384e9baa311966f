import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { answerTemplate } from '#lib/domain/report/answer-form.ts';
import { placeholders } from '#lib/domain/report/placeholders.ts';
import type { FormValues } from '#lib/forms/form-fields.ts';
import { parseForm, readValues } from '#lib/forms/parse-form.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { Refused } from '#lib/server/db/errors.ts';
import * as visitors from '#lib/server/guard/visitors.ts';
import { say } from '#lib/server/messages.ts';
import * as taxonomy from '#lib/server/register/taxonomy.ts';
import * as answerTemplates from '#lib/server/reports/answer-templates.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { organisation_id } = visitors.ownOrganisationOf(locals, params.organisation);
	const { client } = visitors.required(locals);
	const [known, templates] = await Promise.all([
		taxonomy.load(locals.desk),
		answerTemplates.list(client, organisation_id)
	]);
	const reasons = known.answer_reasons.map((row) => ({
		value: row.code,
		label: row[`label_${getLocale()}`]
	}));
	const chosen = templates.find(
		({ template_id }) => template_id === url.searchParams.get('wijzig')
	);
	return {
		templates: templates.map(({ template_id, name, reason, text }) => ({
			template_id,
			name,
			text,
			reason: reasons.find(({ value }) => value === reason)?.label ?? null
		})),
		beginning: (chosen
			? {
					template_id: chosen.template_id,
					name: chosen.name,
					reason: chosen.reason ?? '',
					text: chosen.text
				}
			: {}) as FormValues,
		reasons,
		placeholders: placeholders.map((name) => `{${name}}`)
	};
};

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const { organisation_id } = visitors.ownOrganisationOf(locals, params.organisation, 'handler');
		const data = await request.formData();
		const giveBack = (status: number, issues: { path: string; message: string }[]) =>
			fail(status, {
				isDone: false,
				values: readValues(data),
				issues: issues.map(({ path, message }) => ({ path, text: say(message) }))
			});
		const sent = parseForm(answerTemplate, data);
		if (!sent.ok) return giveBack(422, sent.issues);
		try {
			await answerTemplates.save(visitors.required(locals).client, organisation_id, sent.value);
		} catch (refusal) {
			if (!(refusal instanceof Refused)) throw refusal;
			return giveBack(refusal.status, [{ path: 'name', message: `error_${refusal.reason}` }]);
		}
		return { isDone: true, values: {} as FormValues, issues: [] };
	},
	remove: async ({ locals, params, request }) => {
		const { organisation_id } = visitors.ownOrganisationOf(locals, params.organisation, 'handler');
		const id = z.uuid().safeParse((await request.formData()).get('template_id'));
		if (id.success) {
			await answerTemplates.remove(visitors.required(locals).client, organisation_id, id.data);
		}
		return { isDone: true, values: {} as FormValues, issues: [] };
	}
};
