import { nameInSentence } from '#lib/domain/evidence/file-name.ts';
import { mostBytes, mostFiles } from '#lib/domain/evidence/limits.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ReportDraft } from './report-draft.ts';

/** A file on its way, or why it did not get there: then without a share that has been sent. */
export type Upload = { text: string; share?: number };

type Staged = ReportDraft['evidence'][number];

/**
 * Sends the files that were chosen ahead of the report, one by one, and puts those that arrive into
 * `kept`. A file that does not get there stays in the field, and goes along with the report.
 */
export async function stageFiles(
	field: HTMLInputElement,
	kept: Staged[],
	show: (uploads: Upload[]) => void
): Promise<void> {
	const chosen = field.files;
	const refused: Upload[] = [];
	let isAllDecided = true;
	for (const file of chosen ?? []) {
		const name = nameInSentence(file.name);
		const onShare = (share: number) =>
			show([...refused, { text: m.evidence_sending({ name }), share }]);
		if (file.size > mostBytes) {
			refused.push({ text: m.error_evidence_too_large({ name }) });
		} else if (kept.length >= mostFiles) {
			refused.push({ text: m.error_evidence_too_many_named({ name }) });
		} else {
			onShare(0);
			const answer = await send(file, onShare);
			if (answer === null) {
				isAllDecided = false;
				refused.push({ text: m.evidence_not_sent({ name }) });
			} else if ('error' in answer) refused.push({ text: answer.error });
			else kept.push(answer);
		}
		show(refused);
	}
	if (isAllDecided && field.files === chosen) field.value = '';
}

/** Nobody wants this file any more. If we are not heard it goes by itself within a day or two. */
export function unstage(token: string): void {
	void fetch(place(), { method: 'DELETE', body: token }).catch(() => {});
}

const place = () => `${location.pathname}/bestand`;

/** What became of a file; null when nobody answered. Only this old way of asking tells of progress. */
function send(
	file: File,
	onShare: (share: number) => void
): Promise<Staged | { error: string } | null> {
	return new Promise((resolve) => {
		const body = new FormData();
		body.append('evidence', file);
		const request = new XMLHttpRequest();
		request.open('POST', place());
		request.responseType = 'json';
		request.upload.onprogress = ({ loaded, total }) => onShare(loaded / total);
		request.onloadend = () => {
			const isDecided = request.status === 201 || request.status === 422;
			resolve(isDecided ? request.response : null);
		};
		request.send(body);
	});
}
