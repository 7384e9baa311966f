import type { Desk } from '../desk.ts';

const everyMs = 10_000;

/**
 * Folds waiting changes into the counts now and then, to keep reading them cheap. What is read is
 * exact without it. Instances that share a database do not get in one another's way.
 */
export function startFolding({ service, log }: Pick<Desk, 'service' | 'log'>) {
	let running: Promise<unknown> = Promise.resolve();
	const timer = setInterval(() => {
		running = running.then(async () => {
			const { error } = await service.rpc('fold_report_counts');
			if (error)
				log.error(
					{ event: 'fold_report_counts' },
					new Error('fold_report_counts failed', { cause: error })
				);
		});
	}, everyMs);
	timer.unref();
	return {
		async stop() {
			clearInterval(timer);
			await running;
		}
	};
}
