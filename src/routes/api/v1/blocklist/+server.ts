import { blocklistFormats } from '#lib/domain/blocklist/formats.ts';
import { blocklistQuery } from '#lib/domain/blocklist/query.ts';
import { endpoint } from '#lib/server/api/api.ts';
import { blocklist, keptSeconds } from '#lib/server/open-data/open-data.ts';
import type { RequestEvent } from './$types';

/** Numbers that are often reported, as call blockers read them. */
export const GET = endpoint(async ({ locals, url }: RequestEvent) => {
	const { format } = blocklistQuery.parse(Object.fromEntries(url.searchParams));
	const { media_type, ending, write } = blocklistFormats[format];
	const list = await blocklist(locals.desk);
	return new Response(write(list), {
		headers: {
			'content-type': media_type,
			'content-disposition': `attachment; filename="gehoord-${format}.${ending}"`,
			'cache-control': `public, max-age=${keptSeconds}`,
			'last-modified': list.made_at.toUTCString(),
			// Most formats have no room to say where a number is contested.
			link: `<${list.about_url}>; rel="help"`
		}
	});
});
