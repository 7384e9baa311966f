/** The answer to a download of a monthly report. */
export function giveOutMonth(pdf: Buffer, month: string, isPublic: boolean): Response {
	return new Response(new Uint8Array(pdf), {
		headers: {
			'content-type': 'application/pdf',
			'content-length': String(pdf.length),
			'content-disposition': `attachment; filename="gehoord-${month}.pdf"`,
			'x-content-type-options': 'nosniff',
			'cache-control': isPublic ? 'public, max-age=300' : 'private, no-store'
		}
	});
}
