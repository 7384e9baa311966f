import { m } from '#lib/paraglide/messages.js';

const units: Record<string, (parts: { count: number }) => string> = {
	minutes: m.upkeep_minutes,
	hours: m.upkeep_hours,
	calendar_days: m.upkeep_calendar_days,
	working_days: m.upkeep_working_days,
	weeks: m.upkeep_weeks,
	months: m.figure_months
};

/** So many minutes, days or months, in words. */
export const lengthOf = (count: number, unit: string): string => units[unit]?.({ count }) ?? '';
