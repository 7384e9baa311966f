import { reportSubmission } from '#lib/domain/report/submission.ts';
import type { Client } from '#lib/server/db/client.ts';
import type { Desk } from '#lib/server/desk.ts';
import { file } from '#lib/server/reports/reports.ts';

/** What the server hands to file_report, as far as bare statements need it. */
export type Submission = {
	client_key: string;
	submission_digest: string;
	follow_code_hash: string;
	kind: string;
	channel: string;
	organisation_id: string | null;
	organisation_name: string | null;
	caller_number: string | null;
	number_type: string | null;
	number_country: string | null;
	narrative: string | null;
	facts: Record<string, string>;
	postcode4: number | null;
	locale: string;
	reporter_key: string | null;
	email_encrypted: string | null;
	key_id: string | null;
	filed_at: string;
	contacts: { contact_at: string; is_time_known: boolean }[];
	categories: { code: string; source: string; score: number | null }[];
};

const stories = [
	'Ik werd tijdens het eten gebeld door iemand die zei namens mijn energieleverancier te bellen. Dat bleek niet zo te zijn.',
	'De verkoper bleef aandringen, ook nadat ik drie keer had gezegd dat ik geen belangstelling had. Uiteindelijk heb ik opgehangen.',
	'Ik heb al twee keer gevraagd om mij niet meer te bellen en toch werd ik deze week opnieuw gebeld over hetzelfde abonnement.',
	'Er stond iemand aan de deur die meteen wilde dat ik iets ondertekende. Hij kon niet zeggen voor welk bedrijf hij kwam.'
];

/** A story like no other: alike ones would be held as copies. */
function storyOf(n: number): string {
	const about = ['zonnepanelen', 'stroom', 'een krant', 'internet', 'een loterij', 'een alarm'];
	const details = Array.from({ length: 6 }, (_, k) => about[(n * (k + 3) + k * k) % about.length]);
	return `${stories[n % stories.length]} Het ging over ${details.join(', ')}, gesprek ${n * 7919}.`;
}

let made = 0;

/** The fields of a form, the next one different from the one before. */
export function inventedForm(): Record<string, unknown> {
	const n = (made += 1);
	const isComplaint = n % 12 > 0;
	return {
		kind: isComplaint ? 'complaint' : 'compliment',
		channel: n % 5 ? 'phone' : 'door',
		caller_number: n % 4 ? `085 ${String((n * 37) % 20_000).padStart(7, '0')}` : '',
		organisation_name: n % 3 ? '' : `Voordeel Energie ${n % 100}`,
		contact_when: 'now',
		categories: isComplaint ? ['unwanted_contact', 'pushiness'].slice(n % 2) : ['respectful'],
		narrative: storyOf(n),
		postcode4: String(1011 + ((n * 7) % 8900)),
		email: n % 2 ? `melder${n}@example.org` : ''
	};
}

/** Everything the server does with what a form sent. */
export async function fileForm(desk: Desk, form: Record<string, unknown>): Promise<void> {
	await file(desk, reportSubmission.parse(form), { origin: 'form' });
}

/** The server without a database: what it would file is given to `keep`. */
export function withoutDatabase(desk: Desk, keep: (submission: Submission) => void): Desk {
	const service = {
		rpc: async (name: string, { submission }: { submission: Submission }) => {
			if (name !== 'file_report') return { data: null, error: null };
			keep(submission);
			return { data: receipt, error: null };
		}
	};
	return { ...desk, service: service as unknown as Client };
}

const receipt = {
	reference: '26-000000',
	state: 'open',
	is_repeated: false,
	caller_number: null,
	organisation: null,
	categories: [],
	findings: []
};

/** What the server would hand to the database for so many forms. */
export async function inventedSubmissions(desk: Desk, count: number): Promise<Submission[]> {
	const submissions: Submission[] = [];
	const recording = withoutDatabase(desk, (submission) => submissions.push(submission));
	while (submissions.length < count) await fileForm(recording, inventedForm());
	return submissions;
}
