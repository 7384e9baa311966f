/*
 * Placeholders in a template, such as {reference}: what differs from one answer to the next and
 * may be told to the reporter, who knows it all.
 */

export const placeholders = ['reference', 'organisation', 'number', 'delivered_on'] as const;
export type Placeholder = (typeof placeholders)[number];

const pattern = /\{([a-z_]{1,40})\}/gi;

/** What stands between braces and is no placeholder. */
export function unknownPlaceholders(text: string): string[] {
	return [...text.matchAll(pattern)]
		.map(([, name]) => name!)
		.filter((name) => !(placeholders as readonly string[]).includes(name));
}

/** The text with its placeholders filled in; one without a value stays out. */
export function fillPlaceholders(text: string, values: Record<Placeholder, string>): string {
	return text.replaceAll(pattern, (whole, name: string) =>
		(placeholders as readonly string[]).includes(name) ? values[name as Placeholder] : whole
	);
}
