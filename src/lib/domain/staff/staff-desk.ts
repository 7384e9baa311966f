/** The two desks of staff: each has its own pages, cases, notes and views; others of staff have none. */
export const staffDesks = ['committee', 'regulator'] as const;
export type StaffDesk = (typeof staffDesks)[number];

/** Where the pages of a desk begin. */
export type StaffBase = '/commissie' | '/acm';

export const baseOf: Record<StaffDesk, StaffBase> = { committee: '/commissie', regulator: '/acm' };
export const deskOf: Record<StaffBase, StaffDesk> = {
	'/commissie': 'committee',
	'/acm': 'regulator'
};
