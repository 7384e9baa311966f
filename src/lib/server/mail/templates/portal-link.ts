import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/paraglide/runtime.js';
import type { Context, Link } from '../template.ts';

/** To the report, in the part of the portal of an organisation. */
export function portalLink(portal: string, reference: string, { locale, origin }: Context): Link {
	return {
		label: m.mail_portal_report_link({}, { locale }),
		href: origin + localizeHref(`/portaal/${portal}/meldingen/${reference}`, { locale })
	};
}

/** To claim an organisation, for one that nobody works for here. */
export function claimLink({ locale, origin }: Context): Link {
	return {
		label: m.mail_answer_by_link_claim({}, { locale }),
		href: origin + localizeHref('/portaal/aanmelden', { locale })
	};
}
