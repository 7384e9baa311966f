/*
 * Reports of unsolicited selling to SignalConso, the desk of the French state, as it publishes them:
 * https://signal.conso.gouv.fr. A row tells the day, what was ticked and what it was about; who called
 * is not published.
 */
import { instantAt } from '../calendar/amsterdam.ts';
import { isDay } from '../calendar/days.ts';
import type { CategoryCode, Channel, SectorCode } from '../report/taxonomy.ts';
import { rejected, type ImportFormat, type Reading } from './format.ts';

const columns = ['category', 'subcategories', 'creationdate', 'tags'] as const;

type Row = Record<(typeof columns)[number], string>;

/** The first that fits what was ticked. */
const sectorBy: [RegExp, SectorCode][] = [
	[/travaux|rénovation énergétique/i, 'home_improve'],
	[/gaz|électricité|electricit/i, 'energy'],
	[/assurance|mutuelle/i, 'insurance'],
	[/banque|crédit/i, 'bank_credit'],
	[/formation/i, 'education'],
	[/abonnement presse/i, 'publisher'],
	[/téléphonie|internet|abonnement télévision/i, 'telecom'],
	[/produit de santé/i, 'health'],
	[/voyage/i, 'travel']
];

const channelBy: [RegExp, Channel][] = [
	[/à (mon )?domicile/i, 'door'],
	[/par sms|par mail|par e-?mail/i, 'message']
];

const categoryBy: [RegExp, CategoryCode][] = [
	// Bloctel is the French register of who does not want to be called.
	[/bloctel|dit non pour être démarché/i, 'objection_ignored'],
	[/mensong|tromp|laissant croire|référence abusive/i, 'misleading']
];

export const signalconso: ImportFormat = {
	name: 'signalconso',
	columns,
	read: (fields) => readRow(fields as Row)
};

function readRow(row: Row): Reading {
	const day = row.creationdate.trim();
	if (!isDay(day)) return rejected('created_date_unreadable');
	const ticked = row.subcategories.replace(/\s+/g, ' ').trim() || row.category.trim();
	if (ticked === '') return rejected('nothing_told');
	const all = `${row.category};${ticked};${row.tags}`;
	const codes = categoryBy.filter(([words]) => words.test(all)).map(([, code]) => code);
	return {
		ok: true,
		report: {
			kind: 'complaint',
			channel: channelBy.find(([words]) => words.test(all))?.[1] ?? 'phone',
			caller_number: null,
			number_type: null,
			number_country: null,
			sector: sectorBy.find(([words]) => words.test(all))?.[1] ?? null,
			// The words of the form, which the reporter ticked.
			narrative: ticked.replaceAll(';', '; ').slice(0, 2000),
			locale: 'en',
			// A French department is no Dutch province.
			facts: {},
			filed_at: instantAt(day, '12:00').toISOString(),
			contacts: [],
			categories: [...codes, 'unwanted_contact' as const].map((code) => ({
				code,
				source: 'suggested',
				score: null
			}))
		}
	};
}
