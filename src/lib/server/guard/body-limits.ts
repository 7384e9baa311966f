const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/**
 * What the body of a request may weigh, by the pattern of its route: the first that fits. A form
 * needs room to give a text back that is too long, and where files may come along five of 5 MB. The
 * one place where this is set.
 */
const bodyLimits: readonly { route: RegExp; bytes: number }[] = [
	{
		route: /^\/\(public\)\/melden\/bestand|^\/api\/v1\/reports\/mine\/evidence/,
		bytes: 6 * megabyte
	},
	{
		route:
			/^\/\(organisation\)\/portaal\/\[organisation\]\/nummers|^\/\(public\)\/nummer\/\[number\]\/betwisten/,
		bytes: 6 * megabyte
	},
	{ route: /^\/api\//, bytes: 64 * kilobyte },
	{ route: /^\/\(public\)\/(melden|volgen)$/, bytes: 27 * megabyte },
	{
		route: /^\/\(organisation\)\/.*\/(antwoord|verzoeken\/\[reference\])$|^\/\(public\)\/bewijs\//,
		bytes: 27 * megabyte
	},
	{ route: /./, bytes: 128 * kilobyte }
];

/** More than this no route takes. */
export const largestBody = Math.max(...bodyLimits.map(({ bytes }) => bytes));

/** What a request to this route may weigh, in bytes. */
export function bodyLimitOf(route: string | null): number {
	return bodyLimits.find((limit) => limit.route.test(route ?? 'none'))!.bytes;
}
