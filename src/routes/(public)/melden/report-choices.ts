import { m } from '#lib/paraglide/messages.js';
import { evidenceWords } from './evidence-words.ts';
import type { ReportChoices } from './steps/step-props.ts';

type Labelled = { code: string; label_nl: string; label_en: string };
type Described = Labelled & { kind: string; description_nl: string; description_en: string };

/** What a reporter can choose from, out of the reference data, in one language. */
export function reportChoices(
	taxonomy: { channels: Labelled[]; sectors: Labelled[]; categories: Described[] },
	locale: 'nl' | 'en'
): ReportChoices {
	const choice = (row: Labelled) => ({
		value: row.code,
		label: locale === 'en' ? row.label_en : row.label_nl
	});
	return {
		kinds: [
			{
				value: 'complaint',
				label: m.report_kind_complaint({}, { locale }),
				description: m.report_kind_complaint_text({}, { locale })
			},
			{
				value: 'compliment',
				label: m.report_kind_compliment({}, { locale }),
				description: m.report_kind_compliment_text({}, { locale })
			}
		],
		moments: [
			{ value: 'now', label: m.report_when_now({}, { locale }) },
			{ value: 'today', label: m.report_when_today({}, { locale }) },
			{ value: 'earlier', label: m.report_when_earlier({}, { locale }) }
		],
		channels: taxonomy.channels.map(choice),
		sectors: taxonomy.sectors.filter(({ code }) => code !== 'unknown').map(choice),
		categories: taxonomy.categories.map((row) => ({
			...choice(row),
			kind: row.kind,
			description: locale === 'en' ? row.description_en : row.description_nl
		})),
		evidence: evidenceWords()
	};
}
