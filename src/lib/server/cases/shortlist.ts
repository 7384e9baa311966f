import { z } from 'zod';
import { categories } from '#lib/domain/report/taxonomy.ts';
import { writeNumber } from '#lib/domain/phone-number/write-number.ts';
import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';

const subjectKinds = ['organisation', 'chain', 'caller', 'numbers'] as const;

const row = z.object({
	kind: z.enum(subjectKinds),
	subject: z.string(),
	organisation_name: z.string().nullable(),
	organisation_slug: z.string().nullable(),
	/** What the committee calls a caller that it knows no organisation of. */
	caller_label: z.string().nullable(),
	practice: z.enum(categories),
	reports: z.number(),
	expected: z.number(),
	expected_from: z.enum(['contacts', 'mix']),
	months: z.number(),
	provinces: z.number(),
	reporters: z.number(),
	severity: z.number(),
	repeats: z.number(),
	due: z.number(),
	unanswered: z.number(),
	vulnerable: z.number()
});

/** The raw figures of one subject and practice. */
export type ShortlistRow = z.infer<typeof row> & {
	key: string;
	/** A block of numbers as one writes it; null for what has a name. */
	block: { first_number: string; last_number: string; first: string; last: string } | null;
};

/** Everything that may be structural between two days; the domain weighs and ranks it. */
export async function load(
	client: Client,
	{ from, to, asOf }: { from: string; to: string; asOf: Date }
): Promise<ShortlistRow[]> {
	const answer = await client.rpc('shortlist_factors', {
		first_on: from,
		last_on: to,
		as_of: asOf.toISOString()
	});
	return z
		.array(row)
		.parse(unwrap('shortlist_factors', answer))
		.map((each) => ({
			...each,
			key: `${each.kind}:${each.subject}:${each.practice}`,
			block: each.kind === 'numbers' ? blockOf(each.subject) : null
		}));
}

/** The hundred numbers that begin with these digits. */
function blockOf(digits: string) {
	const [first_number, last_number] = [`${digits}00`, `${digits}99`];
	return {
		first_number,
		last_number,
		first: writeNumber(first_number),
		last: writeNumber(last_number)
	};
}
