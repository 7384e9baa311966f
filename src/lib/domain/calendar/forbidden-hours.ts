import type { Channel } from '../report/taxonomy.ts';
import { doorHoursCheck, phoneHoursCheck } from './contact-hours.ts';
import { addDays } from './days.ts';

/** Monday of a week without holidays or special evenings: what an ordinary week is like. */
const ordinaryWeek = '2026-03-02';

/**
 * The hours of an ordinary week in which the codes as they are now let nobody sell this way: by
 * weekday from Monday, then by hour. Without a channel those that neither phone nor door may use.
 */
export function forbiddenHours(channel?: Channel): boolean[][] {
	return Array.from({ length: 7 }, (_, weekday) => {
		const day = addDays(ordinaryWeek, weekday);
		return Array.from({ length: 24 }, (_, hour) => {
			const time = `${String(hour).padStart(2, '0')}:00`;
			const phone = phoneHoursCheck(day, time, 'CTM24', []) !== 'ok';
			const door = doorHoursCheck(day, time, 'CFM23') !== 'ok';
			if (channel === 'phone') return phone;
			if (channel === 'door') return door;
			// In the street, at a stand and in writing no code sets hours.
			return channel === undefined && phone && door;
		});
	});
}
