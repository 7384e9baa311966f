import type { Chance } from '../../src/lib/domain/probability/chance.ts';
import { badJson, badValue, badValues, marker } from './bad-values.ts';

/** A request to the API, or an address that somebody opens. */
export type Call = { path: string; init: RequestInit & { method: string } };

const report = () => ({
	kind: 'complaint',
	channel: 'phone',
	contact_at: '2026-11-02T19:05',
	caller_number: '085 000 1234',
	organisation_name: `Stroom ${marker}`,
	organisation_id: null,
	sector: 'energy',
	categories: ['unwanted_contact'],
	narrative: `Hallo, met ${marker}.`,
	facts: { consent: 'no', customer_status: 'never' },
	contacts: [{ on: '2026-11-02', time: '19:05' }],
	postcode4: '1012',
	email: `${marker}@voorbeeld.example`,
	share_identity: false,
	publish_narrative: false,
	locale: 'nl'
});

type Target = { path: string; body: () => Record<string, unknown> };
const targets: readonly Target[] = [
	{ path: '/api/v1/reports', body: report },
	{ path: '/api/v1/reports', body: report },
	{
		path: '/api/v1/classify',
		body: () => ({ text: `Ik ben ${marker}`, lang: 'nl', channel: 'phone' })
	},
	{ path: '/api/v1/reports/mine/contacts', body: () => ({ on: '2026-11-05', time: '12:00' }) },
	{ path: '/api/v1/reports/mine/withdraw', body: () => ({ reason: marker }) }
];

const methods = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND', 'GET', 'POST'];
const types = [
	'application/json',
	'text/plain',
	'application/x-www-form-urlencoded',
	'multipart/form-data; boundary=x',
	'application/json; charset=utf-16',
	'a/b;c=d;;;',
	'image/png'
];

/** JSON that is wrong in a field or two. */
function wrongFields(chance: Chance, { path, body }: Target): Call {
	const sent: Record<string, unknown> = body();
	const names = Object.keys(sent);
	for (let time = 0; time < 1 + chance.next() * 2; time += 1) {
		sent[chance.pick(names)] = badJson(chance);
	}
	return post(path, JSON.stringify(sent));
}

/** Text that is no JSON, or JSON that a parser may stumble over. */
function wrongText(chance: Chance, { path, body }: Target): Call {
	const good = JSON.stringify(body());
	const text = chance.pick<string | Uint8Array<ArrayBuffer>>([
		'',
		'{',
		'null',
		'[]',
		'"tekst"',
		good.slice(0, -5),
		`${good}${good}`,
		good.replace('{', '{"__proto__":{"kind":"compliment"},"constructor":{},'),
		good.replace('{', '{"kind":"compliment","kind":"zonder",'),
		good.replace('"nl"', '"\\ud800"').replace('Hallo', '\\u0000\\u202e\\udfff'),
		'['.repeat(20_000),
		`${'{"facts":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
		new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d]),
		new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(good)]),
		`{"narrative":"${marker.repeat(20_000)}"}`
	]);
	return post(path, text);
}

/** The right body in the wrong envelope. */
function wrongEnvelope(chance: Chance, { path, body }: Target): Call {
	const method = chance.pick(methods);
	const headers: Record<string, string> = { 'content-type': chance.pick(types) };
	if (chance.happens(0.6)) headers['idempotency-key'] = headerValue(chance);
	if (chance.happens(0.5)) headers.authorization = `Bearer ${headerValue(chance)}`;
	if (chance.happens(0.2)) headers.cookie = `gehoord=${headerValue(chance)}; filed=%7B; volgen=x`;
	if (chance.happens(0.2)) headers['accept-language'] = headerValue(chance);
	const hasBody = method !== 'GET' && method !== 'HEAD';
	return { path, init: { method, headers, ...(hasBody && { body: JSON.stringify(body()) }) } };
}

const addresses: ((value: string) => string)[] = [
	(value) => `/nummer/${value}`,
	(value) => `/nummer?number=${value}`,
	(value) => `/api/v1/numbers/${value}`,
	(value) => `/api/v1/organisations?q=${value}`,
	(value) => `/api/v1/organisations/${value}`,
	(value) => `/inloggen?next=${value}`,
	(value) => `/melden?kind=${value}`,
	(value) => `/melden/klaar/${value}`,
	(value) => `/${value}`,
	...['from', 'to', 'interval', 'group_by', 'kind', 'category', 'province', 'organisation'].flatMap(
		(name) =>
			['/trends', '/en/trends', '/api/v1/trends', '/trends/trends.csv'].map(
				(path) => (value: string) => `${path}?${name}=${value}`
			)
	)
];

/** An address with something in it that does not belong there. */
function wrongAddress(chance: Chance): Call {
	const value = badValue(chance).slice(0, 3_000);
	const written = chance.happens(0.1) ? '%ff%c0%00%zz' : encodeURIComponent(value.toWellFormed());
	return { path: chance.pick(addresses)(written), init: { method: 'GET' } };
}

/** What a header can hold at all. */
function headerValue(chance: Chance): string {
	return badValue(chance)
		.replaceAll(/[^\u0020-\u007E\u00A1-\u00FF]/g, '')
		.slice(0, 1_500)
		.trim();
}

function post(path: string, body: BodyInit): Call {
	return { path, init: { method: 'POST', headers: { 'content-type': 'application/json' }, body } };
}

/** A report in JSON, every field of it with every bad value in turn. */
export function sweepReports(chance: Chance): Call[] {
	return Object.keys(report()).flatMap((name) =>
		badValues.map((make) =>
			post('/api/v1/reports', JSON.stringify({ ...report(), [name]: make(chance) }))
		)
	);
}

/** One bad request, whichever. */
export function badCall(chance: Chance): Call {
	const target = chance.pick(targets);
	const kind = chance.weigh([5, 2, 2, 5]);
	if (kind === 0) return wrongFields(chance, target);
	if (kind === 1) return wrongText(chance, target);
	if (kind === 2) return wrongEnvelope(chance, target);
	return wrongAddress(chance);
}
