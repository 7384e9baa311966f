import type { EvidenceFile } from './evidence.ts';

/**
 * The answer to a download. Only an image that we drew ourselves may be shown; all else is to be
 * saved. Whatever a browser makes of it, it runs nothing, and nobody between keeps a copy.
 */
export function giveOut({ name, media_type, bytes }: EvidenceFile): Response {
	const disposition = media_type.startsWith('image/') ? 'inline' : 'attachment';
	const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
	const full = encodeURIComponent(name).replace(
		/['()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
	);
	return new Response(bytes as Uint8Array<ArrayBuffer>, {
		headers: {
			'content-type': media_type,
			'content-length': String(bytes.length),
			'content-disposition': `${disposition}; filename="${plain}"; filename*=UTF-8''${full}`,
			'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
			'cross-origin-resource-policy': 'same-origin',
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store'
		}
	});
}

/** What a reporter's file is called for an organisation: the name it had may tell whose it is. */
export const nameForOrganisation = (reference: string, id: string, media_type: string) =>
	`${reference}-${id.slice(0, 8)}.${media_type.split('/')[1]}`;
