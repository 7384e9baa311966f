import type { Desk } from '../desk.ts';
import { deliverMail } from './outbox.ts';

/**
 * Has the outbox delivered in the background, one round at a time: who wakes it during a round gets
 * another one after it. What fails waits for the next minute.
 */
export function outboxWaker(desk: () => Desk) {
	let round: Promise<unknown> = Promise.resolve();
	let isWaiting = false;
	return function wakeOutbox(): Promise<unknown> {
		if (isWaiting) return round;
		isWaiting = true;
		round = round.then(async () => {
			isWaiting = false;
			try {
				await deliverMail(desk());
			} catch (error) {
				desk().log.error({ event: 'deliver_mail' }, error);
			}
		});
		return round;
	};
}
