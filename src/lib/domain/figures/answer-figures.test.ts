import { describe, expect, test } from 'vitest';
import { publishAnswers, type AnswerFigures } from './answer-figures.ts';

const figures = (fields: Partial<AnswerFigures> = {}): AnswerFigures => ({
	due: 40,
	answered: 30,
	in_time: 20,
	median_hours: 30.4,
	verdicts: { solved: 12, not_solved: 10, none: 8 },
	findings: {
		founded_by_organisation: 18,
		unfounded_by_organisation: 12,
		unfounded_by_committee: 0,
		not_theirs_by_organisation: 0,
		not_theirs_by_committee: 0,
		unknown: 10
	},
	...fields
});

describe('what the public sees of answers', () => {
	test('is a share in hundredths and a time in hours, where there is enough', () => {
		expect(publishAnswers(figures())).toMatchObject({
			answer_rate: 0.75,
			in_time_rate: 0.5,
			median_hours: 30,
			verdicts: { solved: 12, not_solved: 10, none: 8 }
		});
	});

	test('is no share of which one part is 1 to 4', () => {
		expect(publishAnswers(figures({ answered: 38 })).answer_rate).toBeNull();
		expect(publishAnswers(figures({ answered: 2, in_time: 1 })).in_time_rate).toBeNull();
		expect(publishAnswers(figures({ answered: 40 })).answer_rate).toBe(1);
		expect(publishAnswers(figures({ due: 4, answered: 4 })).answer_rate).toBeNull();
	});

	test('is no time of fewer than five answers', () => {
		expect(publishAnswers(figures({ answered: 4 })).median_hours).toBeNull();
		expect(publishAnswers(figures({ median_hours: null })).median_hours).toBeNull();
	});

	test('is no small count, nor one that gives it away', () => {
		const { verdicts } = publishAnswers(
			figures({ verdicts: { solved: 20, not_solved: 2, none: 8 } })
		);
		expect(verdicts).toEqual({ solved: 20, not_solved: null, none: null });
	});
});
