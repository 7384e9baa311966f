import type { ChartColours } from './colours.ts';

export const shared = { responsive: true, maintainAspectRatio: false };

/** The axis of counts: from nought, few lines, whole numbers. */
export const countAxis = (format: (count: number) => string, { text, grid }: ChartColours) => ({
	beginAtZero: true,
	grace: '4%',
	border: { display: false },
	grid: { color: grid },
	ticks: {
		color: text,
		precision: 0,
		maxTicksLimit: 6,
		callback: (tick: unknown) => format(Number(tick))
	}
});

/** The axis of names: of periods, or of what is compared. */
export const nameAxis = ({ text, grid }: ChartColours) => ({
	border: { color: grid },
	grid: { display: false },
	ticks: { color: text, maxRotation: 0, autoSkipPadding: 14 }
});

/** Every bar has its name, however many there are. */
export const barNames = (colours: ChartColours) => {
	const axis = nameAxis(colours);
	return { ...axis, ticks: { ...axis.ticks, autoSkip: false } };
};
