import { Presets, SingleBar } from 'cli-progress';

/** A progress bar on standard error, where somebody watches; nothing in a log. */
export function showProgress(total: number) {
	if (!process.stderr.isTTY) return { update: () => {}, stop: () => {} };
	const bar = new SingleBar(
		{ stream: process.stderr, format: '{bar} {percentage}% · {filed} filed · {eta_formatted}' },
		Presets.shades_classic
	);
	bar.start(total, 0, { filed: 0 });
	return {
		update: (done: number, filed: number) => bar.update(done, { filed }),
		stop: () => bar.stop()
	};
}
