import {
	funnelLimits,
	funnelPlace,
	funnelSizes,
	funnelTarget,
	type FunnelForm,
	type FunnelLimits,
	type FunnelPlace
} from '#lib/domain/figures/funnel.ts';
import type { StaffQuestion } from '#lib/domain/trends/staff-question.ts';
import type { Client } from '../db/client.ts';
import { unwrap } from '../db/errors.ts';

export type ComparedOrganisation = {
	name: string;
	slug: string;
	count: number;
	of: number;
	place: FunnelPlace;
};

export type Funnel = {
	/** Complaints per contact, or answers that solved nothing per verdict. */
	subject: 'rates' | 'verdicts';
	points: ComparedOrganisation[];
	/** The mean over all organisations. */
	target: number;
	limits: FunnelLimits[];
};

/** Less than this says nothing of an organisation. */
const fewestContacts = 100;
const fewestVerdicts = 3;

/**
 * The organisations beside one another: complaints against the contacts they declared, and answers
 * that did not solve it against the verdicts there are. Of whole months; only the channel and the
 * sector narrow them down.
 */
export async function compareOrganisations(
	client: Client,
	{ from, to, filters: { channel, sector } }: StaffQuestion
): Promise<Funnel[]> {
	const asked = { first_on: from, last_on: to, channel, sector };
	const [rates, verdicts] = await Promise.all([
		client.rpc('rates_by_organisation', asked),
		client.rpc('verdicts_by_organisation', asked)
	]);
	return [
		funnelOf(
			'rates',
			unwrap('rates_by_organisation', rates)
				.filter(({ contacts }) => contacts >= fewestContacts)
				.map(({ name, slug, complaints, contacts }) => ({
					name,
					slug,
					count: Math.max(0, complaints),
					of: contacts
				}))
		),
		funnelOf(
			'verdicts',
			unwrap('verdicts_by_organisation', verdicts)
				.map(({ name, slug, solved, not_solved }) => ({
					name,
					slug,
					count: not_solved,
					of: solved + not_solved
				}))
				.filter(({ of }) => of >= fewestVerdicts)
		)
	].filter((funnel) => funnel !== null);
}

function funnelOf(
	subject: Funnel['subject'],
	organisations: { name: string; slug: string; count: number; of: number }[]
): Funnel | null {
	const target = funnelTarget(organisations);
	// A mean of one or two organisations is no yardstick.
	if (target === null || organisations.length < 3) return null;
	const form: FunnelForm = subject === 'rates' ? 'rate' : 'proportion';
	return {
		subject,
		target,
		points: organisations
			.map((organisation) => ({ ...organisation, place: funnelPlace(form, target, organisation) }))
			.sort((a, b) => b.count / b.of - a.count / a.of),
		limits: funnelSizes(organisations).map((of) => funnelLimits(form, target, of))
	};
}
