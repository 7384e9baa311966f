/*
 * A desk in a process of its own that is told personal data in every way there is: reports that
 * stand, that are refused and that make the database fail, and questions. Whoever started it reads
 * what it wrote.
 */
import { sendCode } from '../../src/lib/server/guard/visitors.ts';
import { unwrap } from '../../src/lib/server/db/errors.ts';
import { openDesk } from '../../src/lib/server/desk.ts';
import { readEnvironment } from '../../src/lib/server/env.ts';
import * as emailProofs from '../../src/lib/server/following/email-proofs.ts';
import * as evidence from '../../src/lib/server/evidence/evidence.ts';
import * as numbers from '../../src/lib/server/register/numbers.ts';
import * as organisations from '../../src/lib/server/register/organisations.ts';
import * as reports from '../../src/lib/server/reports/reports.ts';
import { submission } from './desk.ts';

const desk = await openDesk(readEnvironment());
const told = {
	narrative: 'Ik ben Wilhelmina Zonderland en word telkens gebeld.',
	email: 'wilhelmina@zonderland.example',
	caller_number: '0612340987',
	organisation_name: 'Zonderland Handelsonderneming',
	postcode4: '9711XZ'
};
const noted = async (work: Promise<unknown>) => {
	try {
		await work;
	} catch (error) {
		desk.log.error({ event: 'fault' }, error);
	}
};
const client = { origin: 'form', clientKey: 'geheime-sleutel-van-wilhelmina' } as const;
await noted(reports.file(desk, submission(told), client));
await noted(reports.file(desk, submission({ ...told, kind: 'compliment' }), client));
const wrong = { ...submission(told), channel: 'zonderland' } as never;
await noted(reports.file(desk, wrong, { origin: 'form' }));
// The whole row stands in what the database says of this one.
const empty = {
	...told,
	client_key: 'aa',
	submission_digest: 'bb',
	kind: 'complaint',
	channel: 'phone'
};
await noted(
	Promise.resolve(
		desk.service.rpc('file_report', { submission: { ...empty, locale: 'zonderland' } })
	).then((answer) => unwrap('file_report', answer))
);
const letter = { name: 'Zonderland.pdf', type: 'application/pdf' };
await noted(evidence.stage(desk, { ...letter, bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }));
await noted(evidence.stage(desk, { ...letter, bytes: Buffer.from('Wilhelmina') }));
const kept = { stored_key: 'zonderland', token_hash: 'aa', name: 'Zonderland.pdf', key_id: 'aa' };
await noted(
	Promise.resolve(
		desk.service.rpc('stage_evidence', {
			...kept,
			media_type: 'text/zonderland',
			byte_size: 1,
			sha256: 'aa'
		})
	).then((answer) => unwrap('stage_evidence', answer))
);
await noted(sendCode(desk, told.email));
await noted(
	desk.backend.sql.query('select public.invite($1, $2::hub.role)', [told.email, 'committee'])
);
await noted(sendCode(desk, told.email));
await noted(numbers.lookUp(desk, told.caller_number));
await noted(organisations.search(desk, told.organisation_name));
await noted(emailProofs.sendLinks(desk, told.email));
desk.log.info({ event: 'done' });
await desk.close();
