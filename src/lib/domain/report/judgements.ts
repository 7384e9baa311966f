/**
 * What the committee can decide about a report that its organisation contested: it stands, or the
 * outcome it ends with.
 */
export const judgements = ['stands', 'unfounded', 'wrong_organisation', 'spoofed'] as const;
export type Judgement = (typeof judgements)[number];
