import { waitsForConsumer } from '#lib/domain/objection/states.ts';
import type { ObjectionTerms } from '#lib/domain/objection/terms.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { formatInstant } from '#lib/i18n/format-instant.ts';
import { formatMoment } from '#lib/i18n/format-short.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { FollowedObjection } from './followed-objections.ts';
import { presentFiles } from './present-proof.ts';
import { writeLetter } from './objection-letter.ts';
import { sayJudgement, sayRecord, sayShared } from './objection-words.ts';
import type { ConsentRecord } from '#lib/domain/objection/consent-record.ts';
import { dayOf } from '#lib/domain/calendar/amsterdam.ts';

const states = {
	lodged: m.objection_state_lodged,
	sent: m.objection_state_sent,
	acknowledged: m.objection_state_acknowledged,
	processed: m.objection_state_processed,
	ignored: m.objection_state_ignored,
	closed: m.objection_state_closed
};
const proofStates = {
	requested: m.objection_proof_state_requested,
	sent: m.objection_proof_state_sent,
	answered: m.objection_proof_state_answered,
	overdue: m.objection_proof_state_overdue
};
const events = {
	lodged: m.objection_event_lodged,
	requested: m.objection_event_requested,
	sent: m.objection_event_sent,
	not_delivered: m.objection_event_not_delivered,
	acknowledged: m.objection_event_acknowledged,
	processed: m.objection_event_processed,
	norm_passed: m.objection_event_norm_passed,
	asked_whether_stopped: m.objection_event_asked_whether_stopped,
	said_stopped: m.objection_event_said_stopped,
	said_not_stopped: m.objection_event_said_not_stopped,
	contacted_again: m.objection_event_contacted_again,
	withdrawn: m.objection_event_withdrawn,
	personal_data_erased: m.objection_event_personal_data_erased,
	answered: m.objection_event_answered,
	overdue: m.objection_event_overdue
};

/** An objection and a request for proof as the pages tell them, in one language. */
export function presentObjection(
	followed: FollowedObjection,
	terms: ObjectionTerms,
	locale: Locale
) {
	const { objection, proof_request, shared } = followed;
	const one = (objection ?? proof_request)!;
	const isLetter = [objection, proof_request].some(
		(part) => part && waitsForConsumer(part.status, part.is_sent_by_desk)
	);
	const { processed_days: days, norm_hours: hours, proof_working_days } = terms;
	const organisation = one.organisation_name;
	const timeline = (happened: { event: keyof typeof events; occurred_at: string }[]) =>
		happened.map(({ event, occurred_at }) => ({
			text: events[event](),
			occurred_at,
			moment: formatMoment(occurred_at, locale)
		}));
	const isGone = shared === null;
	const tests = objection?.may_test_later_reports && objection.status !== 'closed';
	const asked = objection?.events.some(
		({ event }) => event === 'asked_whether_stopped' || event === 'contacted_again'
	);
	return {
		organisation,
		again: tests ? m.objection_again_text() : m.objection_again_plain(),
		objection_url: one.objection_url,
		is_letter: isLetter && !isGone,
		letter: isLetter && !isGone ? writeLetter(followed, terms) : null,
		lodged_on: dayOf(new Date(objection?.lodged_at ?? proof_request!.requested_at)),
		shared: shared && sayShared(shared, locale),
		next: [
			...(isLetter ? [m.objection_next_letter()] : []),
			...(objection && !isLetter
				? [
						m.objection_next_norm({ hours, moment: formatInstant(objection.norm_at, locale) }),
						m.objection_next_processed({ days, day: formatDay(objection.processed_by, locale) }),
						m.objection_next_asked()
					]
				: []),
			...(proof_request && !isLetter
				? [
						m.objection_next_proof({
							days: proof_working_days,
							day: formatDay(proof_request.answer_by, locale)
						})
					]
				: []),
			...(objection ? [tests ? m.objection_next_again() : m.objection_next_again_plain()] : [])
		],
		objection: objection && {
			reference: objection.reference,
			heading: m.objection_heading_objection({ organisation, reference: objection.reference }),
			title:
				isLetter && objection.status === 'lodged'
					? m.objection_state_letter()
					: states[objection.status](),
			events: timeline(objection.events),
			has_stopped: objection.has_stopped,
			stopped_question:
				asked && !isGone && objection.sent_at
					? m.objection_stopped_text({
							day: formatDay(dayOf(new Date(objection.sent_at)), locale),
							organisation
						})
					: null
		},
		proof_request: proof_request && {
			reference: proof_request.reference,
			heading: m.objection_heading_proof({ organisation, reference: proof_request.reference }),
			title:
				isLetter && proof_request.status === 'requested'
					? m.objection_state_letter()
					: proofStates[proof_request.status](),
			events: timeline(proof_request.events),
			answer: proof_request.answer && sayRecord(proof_request.answer as ConsentRecord, locale),
			files: presentFiles(proof_request.files, locale),
			judgement: proof_request.answer && sayJudgement(proof_request.answer as ConsentRecord, locale)
		},
		can_erase: !isGone
	};
}

export type PresentedObjection = ReturnType<typeof presentObjection>;
