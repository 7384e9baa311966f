type AfterPause = (() => void) & { cancel: () => void };

/** Runs `act` once nobody has called for `ms` milliseconds, as after the last key of a word. */
export function afterPause(ms: number, act: () => void): AfterPause {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const later = () => {
		clearTimeout(timer);
		timer = setTimeout(act, ms);
	};
	return Object.assign(later, { cancel: () => clearTimeout(timer) });
}
