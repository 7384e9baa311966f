import { z } from 'zod';
import { isHoliday, isSpecialEvening } from '#lib/domain/calendar/holidays.ts';
import { addDays } from '#lib/domain/calendar/days.ts';
import type { Annotation, LabelledPart } from '#lib/domain/upkeep/forms.ts';
import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';
import type { Desk } from '../desk.ts';
import * as taxonomy from '../register/taxonomy.ts';
import * as ruleTables from '../rights/rule-tables.ts';

/*
 * What administrators change of labels, terms and days, with the rights of who signed in. Other
 * instances of the desk know within a minute; this one at once.
 */

const sector = z.object({
	code: z.string(),
	label_nl: z.string(),
	label_en: z.string(),
	customer_exception: z.string(),
	written_agreement: z.string(),
	withdrawal_right: z.string(),
	cooling_off_exception: z.string(),
	is_telemarketing: z.boolean(),
	is_ranked: z.boolean()
});

export async function listSectors(client: Client) {
	return z.array(sector).parse(unwrap('list_sectors', await client.rpc('list_sectors')));
}

type Edit = { part: LabelledPart; code: string; reason: string };

/** @throws Refused `not_allowed`, `reason_needed`, `label_not_found` */
export async function editLabels(
	desk: Desk,
	client: Client,
	{ part, code, reason }: Edit,
	labels: Record<string, string | boolean>
): Promise<void> {
	unwrap('edit_labels', await client.rpc('edit_labels', { part, code, labels, reason }));
	taxonomy.forget(desk);
}

const clock = z.object({
	code: z.string(),
	amount: z.number(),
	unit: z.string(),
	label_nl: z.string(),
	label_en: z.string(),
	source: z.string(),
	/** The bounds within which the desk may choose; null when something else decides. */
	least: z.number().nullable(),
	most: z.number().nullable()
});
export type ListedClock = z.infer<typeof clock>;

export async function listClocks(client: Client) {
	return z.array(clock).parse(unwrap('list_clocks', await client.rpc('list_clocks')));
}

/** @throws Refused `not_allowed`, `reason_needed`, `clock_out_of_bounds`, `clocks_out_of_order` */
export async function setClock(
	desk: Desk,
	client: Client,
	set: { code: string; amount: number; reason: string }
): Promise<void> {
	unwrap('set_clock', await client.rpc('set_clock', set));
	taxonomy.forget(desk);
}

const mourningDay = z.object({
	day: z.string(),
	label_nl: z.string(),
	label_en: z.string(),
	source: z.string()
});

export async function listMourningDays(client: Client) {
	const answer = await client.rpc('list_mourning_days');
	return z.array(mourningDay).parse(unwrap('list_mourning_days', answer));
}

/** Complaints about that day are assessed anew. @throws Refused `not_allowed`, `reason_needed` */
export async function addMourningDay(
	desk: Desk,
	client: Client,
	added: z.infer<typeof mourningDay> & { reason: string }
): Promise<void> {
	unwrap('add_mourning_day', await client.rpc('add_mourning_day', added));
	ruleTables.forget(desk);
}

/** @throws Refused `not_allowed`, `reason_needed`, `mourning_day_not_found` */
export async function removeMourningDay(
	desk: Desk,
	client: Client,
	day: string,
	reason: string
): Promise<void> {
	unwrap('remove_mourning_day', await client.rpc('remove_mourning_day', { day, reason }));
	ruleTables.forget(desk);
}

/** The days of a year on which the codes forbid sales calls, besides Sundays; and the evenings. */
export function forbiddenDays(year: number): { day: string; isEveningOnly: boolean }[] {
	const days = Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index));
	return days
		.filter((day) => day.startsWith(String(year)) && (isHoliday(day) || isSpecialEvening(day)))
		.map((day) => ({ day, isEveningOnly: !isHoliday(day) }));
}

const annotation = z.object({
	code: z.string(),
	starts_on: z.string(),
	label_nl: z.string(),
	label_en: z.string(),
	source: z.string(),
	is_own: z.boolean(),
	is_break: z.boolean()
});

export async function listAnnotations(client: Client) {
	const answer = await client.rpc('list_annotations');
	return z.array(annotation).parse(unwrap('list_annotations', answer));
}

/** Adds an annotation, or changes the one with its code. @throws Refused `not_allowed`, `reason_needed` */
export async function keepAnnotation(
	desk: Desk,
	client: Client,
	{ code, reason, ...kept }: Annotation
): Promise<void> {
	const name =
		code ?? `own_${kept.starts_on.replaceAll('-', '_')}_${crypto.randomUUID().slice(0, 8)}`;
	const answer = await client.rpc('keep_annotation', { code: name, annotation: kept, reason });
	unwrap('keep_annotation', answer);
	taxonomy.forget(desk);
}

/** @throws Refused `not_allowed`, `reason_needed`, `annotation_not_found` */
export async function removeAnnotation(
	desk: Desk,
	client: Client,
	code: string,
	reason: string
): Promise<void> {
	unwrap('remove_annotation', await client.rpc('remove_annotation', { code, reason }));
	taxonomy.forget(desk);
}
