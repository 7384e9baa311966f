import { catalogue } from './catalogue/all.ts';
import { sourceOn } from './rule.ts';

/**
 * Which rule a finding rests on, as it is in the catalogue now: its days, its source on the day of
 * the contact and its text. Empty for a rule that is no longer there.
 */
export function ruleVersion(ruleId: string, day: string | null) {
	const rule = catalogue.find(({ id }) => id === ruleId);
	if (!rule) {
		return { rule_from: '', rule_until: '', source: '', article: '', rule_nl: '', rule_en: '' };
	}
	const { name, article } = sourceOn(rule, day);
	return {
		rule_from: rule.from,
		rule_until: rule.until ?? '',
		source: name,
		article: article ?? '',
		rule_nl: rule.title_nl,
		rule_en: rule.title_en
	};
}
