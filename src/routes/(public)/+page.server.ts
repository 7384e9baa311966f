export const load = () => ({ answer_days: 15 });
