import { expect, test } from 'vitest';
import { reportSubmission } from './submission.ts';

const sent = { kind: 'complaint', channel: 'phone', organisation_name: 'Eneco' };

test('a text of spaces or of signs nobody can read counts as not filled in', () => {
	for (const narrative of ['', ' \n ', '\u0000', '\u202E\uFEFF', '\uD800']) {
		expect(reportSubmission.parse({ ...sent, narrative }).narrative).toBeNull();
	}
	const nothing = reportSubmission.safeParse({ ...sent, organisation_name: '\u0007' });
	expect(nothing.error?.issues.map(({ message }) => message)).toEqual([
		'error_report_needs_substance'
	]);
});
