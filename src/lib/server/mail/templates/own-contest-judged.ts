import { z } from 'zod';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';
import { judgements, type Judgement } from '#lib/domain/report/judgements.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { template, type Context } from '../template.ts';
import { claimLink, portalLink } from './portal-link.ts';

const whyUpheld: Record<Exclude<Judgement, 'stands'>, typeof m.mail_own_contest_unfounded> = {
	unfounded: m.mail_own_contest_unfounded,
	wrong_organisation: m.mail_own_contest_wrong_organisation,
	spoofed: m.mail_own_contest_spoofed
};

/** To an organisation, by its members or its address: the committee decided about a report that it contested. */
export const ownContestJudged = template({
	parameters: z.object({
		reference: z.string(),
		/** The name of its portal; none when nobody works for it here. */
		portal: z.string().optional(),
		judgement: z.enum(judgements),
		answer_by: z.string().nullable()
	}),
	example: {
		reference: '26-7K3F9Q',
		portal: 'stroomwijs',
		judgement: 'stands',
		answer_by: '2026-07-17T22:00:00Z'
	},
	write: ({ reference, portal, judgement, answer_by }, context) => ({
		...(judgement === 'stands'
			? sayItStands(reference, answer_by ?? '', context)
			: sayUpheld(reference, whyUpheld[judgement], context)),
		link: portal ? portalLink(portal, reference, context) : claimLink(context)
	})
});

function sayItStands(reference: string, answer_by: string, { locale }: Context) {
	// The clock runs out at midnight: the last day is the one before.
	const day = formatDay(dayOf(new Date(Date.parse(answer_by) - 1)), locale);
	return {
		subject: m.mail_own_contest_stands_subject({ reference, day }, { locale }),
		paragraphs: m.mail_own_contest_stands_text({ reference, day }, { locale }).split('\n\n')
	};
}

function sayUpheld(
	reference: string,
	why: typeof m.mail_own_contest_unfounded,
	{ locale }: Context
) {
	return {
		subject: m.mail_own_contest_upheld_subject({ reference }, { locale }),
		paragraphs: [
			...m.mail_own_contest_upheld_text({ reference }, { locale }).split('\n\n'),
			why({}, { locale }),
			m.mail_own_contest_closed({}, { locale })
		]
	};
}
