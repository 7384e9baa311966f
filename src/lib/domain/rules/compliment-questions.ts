import type { Option, Question } from './question-bank.ts';

const calls = ['phone_human'] as const;
const visits = ['door', 'street', 'stand'] as const;
const spoken = [...calls, ...visits] as const;
const everywhere = [...spoken, 'inbound_phone', 'message'] as const;

/** What a compliment can tell besides the facts of the rules. */
export const complimentFacts = {
	/** Whether a no was taken for an answer. */
	no_accepted: ['yes', 'no', 'not_said'],
	/** Whether there was time to think it over. */
	time_to_think: ['yes', 'no'],
	/** Whether the price and the terms were clear. */
	offer_clear: ['yes', 'no'],
	/** Whether somebody was helped with what they asked. */
	question_solved: ['yes', 'partly', 'no']
} as const;

const option = (value: string, nl: string, en: string, facts: Option['facts']): Option => ({
	value,
	nl,
	en,
	facts
});

const yesOrNo = (fact: string): [Option, Option] => [
	option('yes', 'Ja', 'Yes', { [fact]: 'yes' }),
	option('no', 'Nee', 'No', { [fact]: 'no' })
];

/**
 * What is asked about a compliment, in the order of a conversation; every question may be passed
 * over. The name of whoever helped is not asked: a compliment goes to the organisation, and a name
 * would be one more person's data.
 */
export const complimentQuestions: readonly Question[] = [
	{
		id: 'said_who',
		nl: 'Zeiden ze meteen namens wie ze kwamen of belden?',
		en: 'Did they say at once on whose behalf they came or called?',
		channels: spoken,
		options: [
			option('start', 'Ja, meteen', 'Yes, at once', { advertiser_named: 'start' }),
			option('later', 'Pas later', 'Only later', { advertiser_named: 'later' }),
			option('never', 'Nee', 'No', { advertiser_named: 'never' })
		]
	},
	{
		id: 'moment_suited',
		nl: 'Vroegen ze of het je uitkwam?',
		en: 'Did they ask whether it was a good moment?',
		channels: spoken,
		options: yesOrNo('asked_convenient')
	},
	{
		id: 'no_accepted',
		nl: 'Zei je nee, en namen ze dat meteen aan?',
		en: 'Did you say no, and did they accept it at once?',
		channels: everywhere,
		options: [
			option('yes', 'Ja, nee was nee', 'Yes, no was no', { no_accepted: 'yes' }),
			option('no', 'Ze drongen nog aan', 'They still insisted', { no_accepted: 'no' }),
			option('not_said', 'Ik zei geen nee', 'I did not say no', { no_accepted: 'not_said' })
		]
	},
	{
		id: 'offer_clear',
		nl: 'Was duidelijk wat het kost en waar je aan vastzit?',
		en: 'Was it clear what it costs and what you commit to?',
		channels: everywhere,
		options: yesOrNo('offer_clear')
	},
	{
		id: 'time_to_think',
		nl: 'Kreeg je rustig de tijd om na te denken?',
		en: 'Were you given time to think it over?',
		channels: everywhere,
		options: yesOrNo('time_to_think')
	},
	{
		id: 'question_solved',
		nl: 'Ben je geholpen met wat je wilde weten of regelen?',
		en: 'Were you helped with what you wanted to know or arrange?',
		channels: everywhere,
		options: [
			option('yes', 'Ja', 'Yes', { question_solved: 'yes' }),
			option('partly', 'Voor een deel', 'In part', { question_solved: 'partly' }),
			option('no', 'Nee', 'No', { question_solved: 'no' })
		]
	}
];

/** The questions that suit how the contact was made. */
export const complimentQuestionsFor = (channel: string): readonly Question[] =>
	complimentQuestions.filter(({ channels }) => (channels as readonly string[]).includes(channel));
