import type { Channel, SectorCode } from '#lib/domain/report/taxonomy.ts';

/** An organisation that does not exist, and how much is reported about it. */
export type InventedOrganisation = {
	name: string;
	sector: SectorCode;
	roles: ('advertiser' | 'contact_centre' | 'intermediary' | 'lead_supplier' | 'platform')[];
	trade_names?: string[];
	/** Where it approaches people, the most used first. */
	channels: Channel[];
	/** The last two digits of its numbers in 085 123 45 … ; two of them are the ends of a block. */
	numbers?: number[] | { first: number; last: number };
	/** The contact centre that calls from its numbers. */
	contact_centre?: string;
	/** How much is reported, and which share of it is praise. */
	weight: number;
	praise: number;
	/** What happened to it: see `loudness`. */
	story?: 'burst' | 'repaired';
};

const advertiser = ['advertiser'] as InventedOrganisation['roles'];
const phone: Channel[] = ['phone', 'message'];
const door: Channel[] = ['door', 'phone'];
const street: Channel[] = ['street', 'door', 'stand'];

/** Invented names, in the order in which the desk comes to know them: contact centres first. */
// prettier-ignore
export const inventedOrganisations: InventedOrganisation[] = [
	{ name: 'Belhuis De Kievit', sector: 'unknown', roles: ['contact_centre'], channels: phone, numbers: [1, 2], weight: 1, praise: 0.1 },
	{ name: 'Praatpaal Contact', sector: 'unknown', roles: ['contact_centre', 'lead_supplier'], channels: phone, numbers: [4], weight: 1, praise: 0.05 },
	{ name: 'Stroomwijs Demo Energie', sector: 'energy', roles: advertiser, trade_names: ['Stroomwijs Thuis'], channels: ['phone', 'door'], numbers: { first: 60, last: 69 }, contact_centre: 'Belhuis De Kievit', weight: 9, praise: 0.08, story: 'burst' },
	{ name: 'Zonnekade Energie', sector: 'energy', roles: advertiser, trade_names: ['Zonnekade'], channels: door, numbers: [11], weight: 6, praise: 0.12 },
	{ name: 'Kabelkraai Telecom', sector: 'telecom', roles: advertiser, trade_names: ['Kraai Glasvezel'], channels: ['phone', 'door'], numbers: [12, 13], contact_centre: 'Praatpaal Contact', weight: 8, praise: 0.07, story: 'repaired' },
	{ name: 'Duinbel Mobiel', sector: 'telecom', roles: advertiser, channels: phone, numbers: [14], weight: 4, praise: 0.2 },
	{ name: 'Polderzeker Verzekeringen', sector: 'insurance', roles: advertiser, trade_names: ['Polderzeker'], channels: phone, numbers: [16], weight: 3, praise: 0.25 },
	{ name: 'Uitvaartfonds De Wilg', sector: 'life', roles: advertiser, channels: phone, numbers: [17], weight: 2, praise: 0.15 },
	{ name: 'Munttoren Krediet', sector: 'bank_credit', roles: ['intermediary'], channels: phone, numbers: [18], weight: 2, praise: 0.03 },
	{ name: 'Gouden Grutto Beleggen', sector: 'invest', roles: advertiser, channels: phone, numbers: [19], weight: 2, praise: 0 },
	{ name: 'Klaverblad Straatloterij', sector: 'lottery_good_cause', roles: advertiser, trade_names: ['Straatloterij'], channels: ['phone', 'door'], numbers: [20, 21], contact_centre: 'Belhuis De Kievit', weight: 7, praise: 0.15 },
	{ name: 'Stichting Waterlelie', sector: 'charity', roles: advertiser, channels: street, numbers: [22], weight: 5, praise: 0.3 },
	{ name: 'Fonds Egel en Otter', sector: 'charity', roles: advertiser, trade_names: ['Egelfonds'], channels: ['door', 'street'], numbers: [23], weight: 4, praise: 0.35 },
	{ name: 'Vereniging Schone Vaart', sector: 'ideal_org', roles: advertiser, channels: street, weight: 2, praise: 0.4 },
	{ name: 'De Veerse Courant', sector: 'publisher', roles: advertiser, channels: ['phone', 'stand'], numbers: [24], weight: 4, praise: 0.2 },
	{ name: 'Puzzelboekenclub Malle Jan', sector: 'publisher_other', roles: advertiser, channels: phone, numbers: [25], weight: 2, praise: 0.1 },
	{ name: 'Wijnkist van Wouter', sector: 'subscription_box', roles: advertiser, channels: ['phone', 'message'], numbers: [26], weight: 3, praise: 0.1 },
	{ name: 'Kozijnkoning Noord', sector: 'home_improve', roles: advertiser, channels: ['door', 'phone', 'stand'], numbers: [27], weight: 4, praise: 0.08 },
	{ name: 'Dakpan en Isolatie Groep', sector: 'home_improve', roles: ['advertiser', 'lead_supplier'], trade_names: ['DIG Isolatie'], channels: door, numbers: [28], weight: 4, praise: 0.05 },
	{ name: 'Huisveilig Alarm', sector: 'security', roles: advertiser, channels: ['door', 'phone'], numbers: [29], weight: 3, praise: 0.06 },
	{ name: 'Hoorhuis Merel', sector: 'health', roles: advertiser, channels: ['phone', 'stand'], numbers: [30], weight: 2, praise: 0.3 },
	{ name: 'Reisclub Zeemeeuw', sector: 'travel', roles: advertiser, channels: ['phone', 'message'], numbers: [31], weight: 2, praise: 0.1 },
	{ name: 'Thuisstudie Uilenboom', sector: 'education', roles: advertiser, channels: phone, numbers: [32], weight: 1, praise: 0.2 },
	{ name: 'Bedrijvengids Kompas', sector: 'b2b_directory', roles: advertiser, channels: ['phone', 'other'], numbers: [33], weight: 3, praise: 0.02 },
	{ name: 'Schadehulp De Paraplu', sector: 'legal_claims', roles: ['intermediary'], channels: phone, numbers: [34], weight: 2, praise: 0.05 },
	{ name: 'Peilbureau Lantaarn', sector: 'research', roles: advertiser, channels: ['phone', 'street'], numbers: [35], weight: 1, praise: 0.25 }
];

/** The number that ends in these two digits, next to an example of libphonenumber. */
export function numberWith(lastDigits: number): string {
	return `+31851234${500 + lastDigits}`;
}

/** All numbers of an organisation. */
export function numbersOf({ numbers = [] }: InventedOrganisation): string[] {
	if (Array.isArray(numbers)) return numbers.map(numberWith);
	const { first, last } = numbers;
	return Array.from({ length: last - first + 1 }, (_, index) => numberWith(first + index));
}

/**
 * How loud an organisation is so many days before the end: one had a campaign that went wrong a
 * hundred days ago, another mended its ways half a year ago.
 */
export function loudness({ weight, story }: InventedOrganisation, daysBefore: number): number {
	if (story === 'burst') return daysBefore > 85 && daysBefore <= 106 ? weight * 7 : weight;
	if (story === 'repaired') return daysBefore > 180 ? weight * 1.6 : weight * 0.25;
	return weight;
}
