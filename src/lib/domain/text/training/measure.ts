/** `node measure.ts blind.jsonl`: figures of model.json as it stands, on texts beside this file. */
import { classify } from '../classify.ts';
import { read } from '../features.ts';
import { figuresOf, type Judged } from './figures.ts';
import { narratives } from './texts.ts';

const name = process.argv[2] ?? 'held-out.jsonl';
const texts = narratives(`./${name}`);

const judged: Judged[] = texts.map((narrative) => {
	const { text, channel, kind, categories } = narrative;
	const reading = read(text, channel);
	const origin = { isOwn: false, isByStranger: false, isAfterthought: false, beginnings: [] };
	const example = { reading, kind, categories, ...origin };
	return { example, judged: classify(narrative) };
});

console.log('| texts | number | first | macro-F1 | kind |');
function tell(label: string, isIn: (text: (typeof texts)[number], at: number) => boolean): void {
	const among = judged.filter((_, at) => isIn(texts[at]!, at));
	if (among.length === 0) return;
	const { first, macroF1, kind } = figuresOf(among);
	const cells = [first, macroF1, kind].map((value) => value.toFixed(3));
	console.log(`| ${label} | ${among.length} | ${cells.join(' | ')} |`);
}

tell('all', () => true);
tell('Dutch', ({ lang }) => lang === 'nl');
tell('English', ({ lang }) => lang === 'en');
tell('plain', ({ is_hard }) => is_hard === false);
tell('hard', ({ is_hard }) => is_hard === true);
