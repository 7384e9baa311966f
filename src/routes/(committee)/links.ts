import { m } from '#lib/paraglide/messages.js';

/** Where the committee goes, in this order: a page adds its line here. */
export const committeeLinks = [
	{ path: '/commissie', label: m.committee_nav_overview },
	{ path: '/commissie/trends', label: m.ui_nav_trends },
	{ path: '/commissie/meldingen', label: m.committee_nav_reports },
	{ path: '/commissie/praktijken', label: m.shortlist_link },
	{ path: '/commissie/signalen', label: m.signals_title },
	{ path: '/commissie/bellers', label: m.callers_link },
	{ path: '/commissie/dossiers', label: m.cases_title },
	{ path: '/commissie/maandverslag', label: m.months_title },
	{ path: '/commissie/organisaties', label: m.committee_nav_organisations },
	{ path: '/commissie/nummers', label: m.committee_nav_numbers },
	{ path: '/commissie/verklaringen', label: m.committee_nav_statements },
	{ path: '/commissie/adviesregister', label: m.cbt_name }
];
