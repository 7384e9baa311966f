import type { ActionCode } from './actions.ts';
import type { KeptFinding, ToldFinding } from './assessment-shape.ts';
import { catalogue } from './catalogue/all.ts';
import { shownSource, sourceOn } from './rule.ts';

/**
 * A finding that was kept, in words. The texts are those of the catalogue as it is now; a rule that
 * is no longer there has nothing to say, nor has one of which only general knowledge tells.
 * @param day of the contact, when it is known: the source that held then is named
 */
export function tellFinding(
	{ rule_id, outcome, severity, category }: KeptFinding,
	day: string | null,
	locale: 'nl' | 'en'
): (ToldFinding & { actions: ActionCode[] }) | null {
	const rule = catalogue.find(({ id }) => id === rule_id);
	if (!rule) return null;
	const source = sourceOn(rule, day);
	if (source.certainty === 'K') return null;
	return {
		rule_id,
		outcome,
		severity,
		category,
		title: locale === 'en' ? rule.title_en : rule.title_nl,
		explanation: locale === 'en' ? rule.explanation_en : rule.explanation_nl,
		source: shownSource(source),
		actions: [...rule.actions]
	};
}
