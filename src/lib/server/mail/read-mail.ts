import PostalMime from 'postal-mime';

/** What there is to see of a mail. */
export type ReadMail = {
	to: string;
	subject: string;
	sent_at: string;
	text: string;
	html: string | null;
};

/** Reads a mail as it goes over the wire. */
export async function readMail(source: string): Promise<ReadMail> {
	const { to, subject, date, text, html } = await PostalMime.parse(source);
	return {
		to: (to ?? []).map(({ address }) => address).join(', '),
		subject: subject ?? '',
		sent_at: new Date(date ?? 0).toISOString(),
		text: text ?? '',
		html: html ?? null
	};
}
