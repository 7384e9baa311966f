import type { Rule } from './rule.ts';

/*
 * One fact is reported once. Source: rules.md, 2.2, "Precedence". That rule 19 lets rule 2 be
 * possible stands with rule 2 itself.
 */

/** The first hides the second. */
export const precedence: readonly (readonly [winner: string, hidden: string])[] = [
	['tw-service-call-offer', 'tw-11.7-customer-abolished'],
	['tw-service-call-offer', 'tw-11.7-consent'],
	['tw-11.7-customer-abolished', 'tw-11.7-consent'],
	['tw-11.7-customer-conditions', 'tw-11.7-consent'],
	['ctm-object-4w', 'tw-avg-object-honour'],
	['bw-193i-c-persistent', 'ctm-end-call'],
	['bw-193-blacklist', 'bw-193c-misleading'],
	['bw-230v6-written', 'ctm-cooling-off']
];

/** Shown as one line: the second goes with the first, with its actions. */
export const oneLine: readonly (readonly [first: string, second: string])[] = [
	['bw-230v6-identity', 'ctm-name-advertiser']
];

/** Rule 28 explains another finding, so it comes after all of them and never alone. */
export const explainingRule = 'chain-responsibility';

/** Rules 2 to 6, 8, 11 to 13, 19, 23 and 41: silent when the person asked for the contact. */
const offWhenRequested: readonly number[] = [2, 3, 4, 5, 6, 8, 11, 12, 13, 19, 23, 41];

export function isOffWhenRequested(rule: Rule): boolean {
	return rule.number !== null && offWhenRequested.includes(rule.number);
}
