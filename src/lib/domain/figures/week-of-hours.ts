/** Reports by weekday from Monday, then by hour: what a heat map shows. */
export function weekOfHours(counts: ReadonlyMap<string, ReadonlyMap<string, number>>): number[][] {
	const week = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
	for (const [hour, byDay] of counts) {
		for (const [day, count] of byDay) {
			week[(new Date(day).getUTCDay() + 6) % 7]![Number(hour)]! += count;
		}
	}
	return week;
}
