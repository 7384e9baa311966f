import type { CategoryCode } from '../report/taxonomy.ts';
import type { Narrative } from './classify.ts';
import { read } from './features.ts';
import { model } from './model.ts';
import { weigh } from './vector.ts';

/** The ways of contact that the codes of the sub-categories tell apart. */
type Way = 'T' | 'D' | 'S';
type ByWay = Partial<Record<Way, string>>;

const everywhere = (code: string): ByWay => ({ T: code, D: code, S: code });

/** Which sub-category an idea of the lexicon points to, within the category it speaks for. */
const subCategoryOfIdea: Partial<Record<CategoryCode, Record<string, ByWay>>> = {
	unwanted_contact: {
		never_customer: { T: 'ONG-T1', D: 'ONG-D1', S: 'ONG-S1' },
		no_consent: { T: 'ONG-T1', D: 'ONG-D1', S: 'ONG-S1' },
		approach: { D: 'ONG-D1', S: 'ONG-S1' },
		robot_or_hidden: { T: 'ONG-T5' },
		data_source: { T: 'ONG-T6' },
		too_often: { T: 'ONG-T7', D: 'ONG-D3' }
	},
	objection_ignored: {
		'objection + earlier': { T: 'VRZ-T1', D: 'VRZ-D2' },
		'objection near earlier': { T: 'VRZ-T1', D: 'VRZ-D2' },
		'objection + again': { T: 'VRZ-T1', D: 'VRZ-D2' },
		promised: { T: 'VRZ-T1' },
		objection_refused: { T: 'VRZ-T2' },
		sticker: { D: 'VRZ-D1' },
		said_no: { S: 'VRZ-S1' }
	},
	pushiness: {
		keeps_going: { T: 'AAN-T1' },
		said_no: { T: 'AAN-T1' },
		calls_back: { T: 'AAN-T2' },
		decide_now: { T: 'AAN-T3', D: 'AAN-D2' },
		wont_leave: { D: 'AAN-D1' },
		follows: { S: 'AAN-S1' }
	},
	improper_conduct: {
		rude: { T: 'ONB-T1' },
		insult: { T: 'ONB-T1' },
		hung_up: { T: 'ONB-T1' },
		shouted: { T: 'ONB-T1', D: 'ONB-D1' },
		threat: { T: 'ONB-T2', D: 'ONB-D1' },
		vulnerable: { T: 'ONB-T4' },
		private_questions: { T: 'ONB-T5' },
		wrong_time: { T: 'ONB-T6', D: 'ONB-D3' },
		enters: { D: 'ONB-D2' },
		touched: { S: 'ONB-S1' },
		mocked: { S: 'ONB-S1' }
	},
	misleading: {
		identity_unclear: { T: 'MIS-T1' },
		authority: { T: 'MIS-T2' },
		'pretended + authority': everywhere('MIS-T2'),
		price: { T: 'MIS-T3' },
		'price + wrong_facts': everywhere('MIS-T3'),
		disguised_sale: { T: 'MIS-T4' },
		contract_without_consent: { T: 'MIS-T6' }
	}
};

const wayOf = (channel: string | undefined): Way | undefined =>
	channel === 'door'
		? 'D'
		: channel === 'street' || channel === 'stand'
			? 'S'
			: channel === 'phone'
				? 'T'
				: undefined;

/** Below this share of what speaks for the category an idea is said in passing. */
const leastShare = 0.03;

/**
 * What exactly happened, where the text carries it: the idea that spoke strongest for the category
 * names its sub-category. Null when no idea stands out or the channel is another.
 */
export function subCategoryOf({ text, channel }: Narrative, code: CategoryCode): string | null {
	const way = wayOf(channel);
	const ideas = subCategoryOfIdea[code];
	if (!way || !ideas) return null;
	const { weights } = model.categories[code];
	const said = new Map<number, number>();
	let total = 0;
	for (const { column, value } of weigh(read(text, channel).features, model.vocabulary)) {
		const weight = value * weights[column]!;
		if (weight > 0) total += weight;
		said.set(column, weight);
	}
	let [best, strongest] = [null as string | null, total * leastShare];
	for (const [idea, byWay] of Object.entries(ideas)) {
		const weight = said.get(model.vocabulary.index.get(`k:${idea}`) ?? -1) ?? 0;
		if (byWay[way] && weight > strongest) [best, strongest] = [byWay[way], weight];
	}
	return best;
}
