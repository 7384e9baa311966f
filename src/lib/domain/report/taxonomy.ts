/**
 * The fixed codes a report is filed under. Their labels live in the database
 * and stand there in this same order.
 */

export const kinds = ['complaint', 'compliment'] as const;
export type Kind = (typeof kinds)[number];

/** The way in which the organisation approached the reporter. */
export const channels = ['phone', 'door', 'street', 'stand', 'message', 'other'] as const;
export type Channel = (typeof channels)[number];

const complaintCategories = [
	'unwanted_contact',
	'objection_ignored',
	'pushiness',
	'improper_conduct',
	'misleading'
] as const;

const complimentCategories = [
	'respectful',
	'clear',
	'relevant',
	'objection_honoured',
	'helpful'
] as const;

export const categories = [...complaintCategories, ...complimentCategories] as const;
export type CategoryCode = (typeof categories)[number];

/** A report has categories of its own kind only. */
export const categoriesOf: Record<Kind, readonly CategoryCode[]> = {
	complaint: complaintCategories,
	compliment: complimentCategories
};

/** The kind of report a category belongs to. */
export function kindOf(category: CategoryCode): Kind {
	return categoriesOf.complaint.includes(category) ? 'complaint' : 'compliment';
}

/** What was sold or asked for; the exceptions the law makes by sector are data. */
export const sectors = [
	'energy',
	'telecom',
	'water_heat',
	'insurance',
	'life',
	'bank_credit',
	'invest',
	'lottery_good_cause',
	'lottery_other',
	'gambling_online',
	'charity',
	'political',
	'ideal_org',
	'union_broadcast',
	'publisher',
	'publisher_other',
	'retail',
	'subscription_box',
	'home_improve',
	'maintenance',
	'security',
	'health',
	'travel',
	'education',
	'sport',
	'automotive',
	'b2b_directory',
	'legal_claims',
	'recruitment',
	'research',
	'government',
	'debt',
	'fraud_suspect',
	'unknown'
] as const;
export type SectorCode = (typeof sectors)[number];
