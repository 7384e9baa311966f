import { answerReasons, type AnswerType, type Verdict } from '#lib/domain/report/answers.ts';
import { chanceOf, type Chance } from '#lib/domain/probability/chance.ts';

/** A report of the demo that waits for its answer. */
export type Unanswered = { reference: string; filed_at: string };

/** An invented answer, in the shape of `hub.report_answers`, and what its reader thinks of it. */
export type InventedAnswer = {
	reference: string;
	answer_type: AnswerType;
	reason: string;
	text: string;
	has_promise: boolean;
	answered_at: string;
	verdict: Verdict | null;
	verdict_at: string | null;
	/** The window to judge is over. */
	is_over: boolean;
};

const dayMs = 86_400_000;
const verdictDays = 14;

const types: readonly AnswerType[] = ['accepted', 'explained', 'rejected', 'not_ours'];

const words: Record<AnswerType, readonly string[]> = {
	accepted: [
		'Dit had niet mogen gebeuren. Onze excuses. We hebben je van de bellijst gehaald.',
		'Je hebt gelijk. We hebben dit met het callcenter besproken en je gegevens verwijderd.',
		'Dank voor je melding. De verkoper werkt niet meer namens ons.'
	],
	explained: [
		'Er was toestemming gegeven bij een prijsvraag. We sturen je daarvan graag het bewijs.',
		'Volgens onze gegevens was je klant bij ons. We hebben genoteerd dat je dit niet meer wilt.'
	],
	rejected: ['We vinden op die dag geen gesprek met jou terug.'],
	not_ours: ['Dit nummer is niet van ons en we bellen niet in deze regio.']
};

/** Most reports are answered, some days later and not in the future; the same for the same seed. */
export function inventAnswers(
	seed: number,
	reports: readonly Unanswered[],
	now: Date
): InventedAnswer[] {
	const chance = chanceOf(seed);
	return reports.flatMap((report) => inventAnswer(chance, report, now));
}

function inventAnswer(chance: Chance, { reference, filed_at }: Unanswered, now: Date) {
	const answer_type = types[chance.weigh([60, 22, 10, 8])]!;
	const answered = Date.parse(filed_at) + dayMs * (0.2 + 12 * chance.next());
	// What came in lately may wait; of the rest nearly all was heard.
	const isRecent = now.getTime() - Date.parse(filed_at) < dayMs * 18;
	const isAnswered = chance.happens(isRecent ? 0.7 : 0.98);
	const text = chance.pick(words[answer_type]);
	const reason = chance.pick(answerReasons[answer_type]);
	const judged = answered + dayMs * 10 * chance.next();
	const verdict: Verdict = chance.happens(0.6) ? 'solved' : 'not_solved';
	const isJudged = answer_type !== 'not_ours' && chance.happens(0.55) && judged <= now.getTime();
	if (!isAnswered || answered > now.getTime()) return [];
	return [
		{
			reference,
			answer_type,
			reason,
			text,
			has_promise: answer_type === 'accepted' && reason !== 'apology',
			answered_at: new Date(answered).toISOString(),
			verdict: isJudged ? verdict : null,
			verdict_at: isJudged ? new Date(judged).toISOString() : null,
			is_over: answer_type !== 'not_ours' && answered + dayMs * verdictDays < now.getTime()
		}
	];
}
