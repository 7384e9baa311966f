import { m } from '#lib/paraglide/messages.js';

/** Where the regulator goes, in this order: a page adds its line here. */
export const regulatorLinks = [
	{ path: '/acm', label: m.committee_nav_overview },
	{ path: '/acm/praktijken', label: m.shortlist_link },
	{ path: '/acm/signalen', label: m.signals_title },
	{ path: '/acm/bellers', label: m.callers_link },
	{ path: '/acm/trends', label: m.ui_nav_trends },
	{ path: '/acm/meldingen', label: m.committee_nav_reports },
	{ path: '/acm/dossiers', label: m.cases_title }
];
