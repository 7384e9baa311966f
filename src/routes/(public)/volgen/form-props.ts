/** What every form of this page gets: what was typed into it, and what is wrong with a field. */
export type FormProps = {
	values: Record<string, string | undefined>;
	errorOf: (path: string) => string | undefined;
};
