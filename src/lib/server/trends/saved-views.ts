import type { StaffDesk } from '#lib/domain/staff/staff-desk.ts';
import { z } from 'zod';
import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';

/*
 * What staff keep of the trends, each desk by itself: views to come back to, and notes on days.
 * All with the rights of who signed in.
 */

const savedView = z.object({
	view_id: z.string(),
	name: z.string(),
	address: z.string(),
	is_shared: z.boolean(),
	is_mine: z.boolean()
});
export type SavedView = z.output<typeof savedView>;

/** The own views, and those that others of the desk share. */
export async function list(client: Client, desk: StaffDesk): Promise<SavedView[]> {
	const answer = await client.from('saved_views').select().eq('desk', desk).order('name');
	return z.array(savedView).parse(unwrap('saved_views', answer));
}

export async function save(
	client: Client,
	desk: StaffDesk,
	view: { name: string; address: string; is_shared: boolean }
): Promise<void> {
	unwrap('save_view', await client.rpc('save_view', { desk, ...view }));
}

export async function forget(client: Client, id: string): Promise<void> {
	const { error } = await client.rpc('delete_view', { id });
	if (error) unwrap('delete_view', { data: null, error });
}

const chartNote = z.object({ note_id: z.string(), starts_on: z.string(), text: z.string() });
export type ChartNote = z.output<typeof chartNote>;

/** The notes of a desk, oldest day first. */
export async function listNotes(client: Client, desk: StaffDesk): Promise<ChartNote[]> {
	const answer = await client.from('chart_notes').select().eq('desk', desk).order('starts_on');
	return z.array(chartNote).parse(unwrap('chart_notes', answer));
}

export async function writeNote(
	client: Client,
	desk: StaffDesk,
	note: { starts_on: string; text: string }
): Promise<void> {
	unwrap('write_chart_note', await client.rpc('write_chart_note', { desk, ...note }));
}

export async function deleteNote(client: Client, id: string): Promise<void> {
	const { error } = await client.rpc('delete_chart_note', { id });
	if (error) unwrap('delete_chart_note', { data: null, error });
}
