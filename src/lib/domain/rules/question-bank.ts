import type { ChoiceField, ChoiceOf } from './fact-fields.ts';
import type { SentFacts } from './facts.ts';

/** One answer, and the facts it stands for. "I do not know" is always possible: skip it. */
export type Option = { value: string; nl: string; en: string; facts: SentFacts };

export type Question = {
	id: string;
	nl: string;
	en: string;
	channels: readonly ChoiceOf<'channel'>[];
	options: readonly [Option, ...Option[]];
};

const call = ['phone_human'] as const;
const anyCall = ['phone_human', 'phone_automated', 'voicemail'] as const;
const door = ['door'] as const;
const visit = ['door', 'street', 'stand'] as const;
const everywhere = [...anyCall, ...visit] as const;

/** Yes and no, each with its facts. */
function yesNo(yes: SentFacts, no: SentFacts): [Option, Option] {
	return [
		{ value: 'yes', nl: 'Ja', en: 'Yes', facts: yes },
		{ value: 'no', nl: 'Nee', en: 'No', facts: no }
	];
}

/** A question about one fact that is yes or no. */
function ask(id: ChoiceField, nl: string, en: string, channels: Question['channels']): Question {
	return { id, nl, en, channels, options: yesNo({ [id]: 'yes' }, { [id]: 'no' }) };
}

/** Every question there is. Of two that decide as much, the first is asked first. */
export const questionBank: readonly Question[] = [
	ask(
		'consent',
		'Heb je deze organisatie toestemming gegeven om je te bellen?',
		'Did you give this organisation permission to call you?',
		anyCall
	),
	{
		id: 'customer_status',
		nl: 'Ben of was je klant van deze organisatie?',
		en: 'Are or were you a customer of this organisation?',
		channels: call,
		options: [
			{ value: 'never', nl: 'Nee, nooit', en: 'No, never', facts: { customer_status: 'never' } },
			{ value: 'current', nl: 'Ja', en: 'Yes', facts: { customer_status: 'current' } },
			{
				value: 'former',
				nl: 'Vroeger wel',
				en: 'I used to be',
				facts: { customer_status: 'former' }
			},
			{
				value: 'donor',
				nl: 'Ik ben donateur',
				en: 'I am a donor',
				facts: { customer_status: 'donor' }
			},
			{
				value: 'former_donor',
				nl: 'Ik was donateur',
				en: 'I used to be a donor',
				facts: { customer_status: 'former_donor' }
			}
		]
	},
	ask(
		'requested_contact',
		'Had je zelf om dit contact gevraagd?',
		'Had you asked for this contact yourself?',
		['phone_human', 'door']
	),
	{
		id: 'objected_before',
		nl: 'Had je deze organisatie al eerder gezegd dat je niet meer gebeld wilt worden?',
		en: 'Had you told this organisation before that you do not want to be called any more?',
		channels: anyCall,
		options: [
			{ value: 'no', nl: 'Nee', en: 'No', facts: { objected_before: 'no' } },
			{
				value: 'over_28_days',
				nl: 'Ja, meer dan vier weken ervoor',
				en: 'Yes, more than four weeks before',
				facts: { objected_before: 'over_28_days' }
			},
			{
				value: 'within_28_days',
				nl: 'Ja, minder dan vier weken ervoor',
				en: 'Yes, less than four weeks before',
				facts: { objected_before: 'within_28_days' }
			},
			{
				value: 'within_72_hours',
				nl: 'Ja, minder dan drie dagen ervoor',
				en: 'Yes, less than three days before',
				facts: { objected_before: 'within_72_hours' }
			}
		]
	},
	ask(
		'bmnr_registered',
		'Stond je nummer in het Bel-me-niet Register?',
		'Was your number in the do-not-call register?',
		call
	),
	{
		id: 'agreement_form',
		nl: 'Zegt de verkoper dat je iets hebt afgesproken, en hoe ging dat?',
		en: 'Does the seller say that you agreed to something, and how did that go?',
		channels: call,
		options: [
			{
				value: 'oral',
				nl: 'Ja, alleen met mijn stem of een toets',
				en: 'Yes, only by voice or by pressing a key',
				facts: {
					contract: 'claimed_by_seller',
					contract_kind: 'new_recurring_service',
					agreement_form: 'oral'
				}
			},
			{
				value: 'signed',
				nl: 'Ja, ik heb daarna getekend',
				en: 'Yes, I signed afterwards',
				facts: { contract: 'yes', agreement_form: 'signature_after_call' }
			},
			{ value: 'no', nl: 'Nee', en: 'No', facts: { contract: 'no' } }
		]
	},
	{
		id: 'copy',
		nl: 'Heb je iets getekend, en kreeg je daar een kopie van?',
		en: 'Did you sign something, and did you get a copy?',
		channels: visit,
		options: [
			{
				value: 'no_copy',
				nl: 'Getekend, geen kopie gekregen',
				en: 'Signed, got no copy',
				facts: { contract: 'yes', copy_paper_or_agreed_medium: 'no' }
			},
			{
				value: 'copy',
				nl: 'Getekend, wel een kopie gekregen',
				en: 'Signed, and got a copy',
				facts: { contract: 'yes', copy_paper_or_agreed_medium: 'yes' }
			},
			{ value: 'no', nl: 'Niets getekend', en: 'Signed nothing', facts: { contract: 'no' } }
		]
	},
	{
		id: 'pressure',
		nl: 'Voelde je je onder druk gezet?',
		en: 'Did you feel put under pressure?',
		channels: everywhere,
		options: [
			{ value: 'no', nl: 'Nee', en: 'No', facts: { pressure: [] } },
			{
				value: 'decide_now',
				nl: 'Ik moest meteen beslissen',
				en: 'I had to decide at once',
				facts: { pressure: ['decide_now'] }
			},
			{
				value: 'would_not_leave',
				nl: 'De verkoper ging niet weg',
				en: 'The seller would not leave',
				facts: { pressure: ['would_not_leave'] }
			},
			{
				value: 'threat',
				nl: 'Ik werd bedreigd of uitgescholden',
				en: 'I was threatened or abused',
				facts: { pressure: ['threat'] }
			}
		]
	},
	{
		id: 'claims',
		nl: 'Vertelde de verkoper iets dat niet klopte?',
		en: 'Did the seller say something that was not true?',
		channels: everywhere,
		options: [
			{ value: 'no', nl: 'Nee', en: 'No', facts: { claims: [] } },
			{
				value: 'posed_as_other',
				nl: 'Wie hij was',
				en: 'Who they were',
				facts: { claims: ['posed_as_other'] }
			},
			{
				value: 'price_wrong',
				nl: 'De prijs of de besparing',
				en: 'The price or the saving',
				facts: { claims: ['price_wrong'] }
			},
			{
				value: 'only_today',
				nl: 'Dat het alleen vandaag kon',
				en: 'That it was for today only',
				facts: { claims: ['only_today'] }
			},
			{
				value: 'posed_as_survey',
				nl: 'Het leek een onderzoek',
				en: 'It seemed to be a survey',
				facts: { claims: ['posed_as_survey'] }
			}
		]
	},
	{
		id: 'number_display',
		nl: 'Was het nummer van de beller verborgen?',
		en: 'Was the number of the caller hidden?',
		channels: call,
		options: yesNo({ number_display: 'hidden' }, { number_display: 'shown' })
	},
	{
		id: 'stopped',
		nl: 'Stopte de beller toen je dat vroeg?',
		en: 'Did the caller stop when you asked?',
		channels: call,
		options: [
			...yesNo(
				{ consumer_wanted_to_stop: 'yes', call_ended_at_request: 'yes' },
				{ consumer_wanted_to_stop: 'yes', call_ended_at_request: 'no', pressure: ['no_ignored'] }
			),
			{
				value: 'not_asked',
				nl: 'Ik vroeg het niet',
				en: 'I did not ask',
				facts: { consumer_wanted_to_stop: 'no' }
			}
		]
	},
	{
		id: 'sticker',
		nl: 'Hangt er een sticker tegen verkopers bij je deur?',
		en: 'Is there a sticker against sellers at your door?',
		channels: door,
		options: yesNo({ sticker: 'yes' }, { sticker: 'no', sticker_ignored: 'no' })
	},
	ask(
		'told_not_to_return',
		'Had je eerder al gezegd dat ze niet meer mochten komen?',
		'Had you told them before not to come again?',
		door
	),
	{
		id: 'introduced',
		nl: 'Zei de verkoper meteen voor wie en waarom hij kwam of belde?',
		en: 'Did the seller say at once for whom and why they came or called?',
		channels: [...call, ...visit],
		options: [
			{
				value: 'start',
				nl: 'Ja, meteen',
				en: 'Yes, at once',
				facts: { advertiser_named: 'start', purpose_stated: 'start' }
			},
			{
				value: 'later',
				nl: 'Pas later',
				en: 'Only later',
				facts: { advertiser_named: 'later', purpose_stated: 'later' }
			},
			{
				value: 'never',
				nl: 'Nee',
				en: 'No',
				facts: { advertiser_named: 'never', purpose_stated: 'never' }
			}
		]
	},
	ask(
		'objection_refused',
		'Weigerde de beller om je af te melden?',
		'Did the caller refuse to opt you out?',
		call
	),
	{
		id: 'number_source',
		nl: 'Hoe kwam de organisatie aan je nummer?',
		en: 'How did the organisation get your number?',
		channels: call,
		options: [
			{
				value: 'self',
				nl: 'Ik gaf het toen ik klant werd',
				en: 'I gave it when I became a customer',
				facts: { number_source: 'self_at_purchase' }
			},
			{
				value: 'third_party',
				nl: 'Van een ander bedrijf',
				en: 'From another company',
				facts: { number_source: 'third_party' }
			}
		]
	},
	{
		id: 'callback_result',
		nl: 'Heb je teruggebeld, en wat gebeurde er?',
		en: 'Did you call back, and what happened?',
		channels: call,
		options: [
			{
				value: 'not_in_use',
				nl: 'Het nummer bestaat niet',
				en: 'The number is not in use',
				facts: { callback_tried: 'yes', callback_result: 'not_in_use' }
			},
			{
				value: 'no_name',
				nl: 'Ik hoorde niet wie het was',
				en: 'I did not hear who it was',
				facts: { callback_tried: 'yes', callback_result: 'no_name' }
			},
			{
				value: 'information_ok',
				nl: 'Ik kreeg uitleg',
				en: 'It was explained',
				facts: { callback_tried: 'yes', callback_result: 'information_ok' }
			},
			{ value: 'no', nl: 'Niet gebeld', en: 'Did not call', facts: { callback_tried: 'no' } }
		]
	},
	ask('badge', 'Droeg de verkoper een pasje?', 'Did the seller wear a badge?', visit),
	ask(
		'withdrawal_info',
		'Is gezegd dat je 14 dagen bedenktijd hebt?',
		'Were you told that you have 14 days to withdraw?',
		[...call, ...visit]
	),
	ask('asked_convenient', 'Is gevraagd of het je uitkwam?', 'Did they ask whether it suited you?', [
		...call,
		...visit
	])
];
