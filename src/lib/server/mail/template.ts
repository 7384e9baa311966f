import { z } from 'zod';
import type { Locale } from '#lib/paraglide/runtime.js';

export type Link = { label: string; href: string };

/** What a mail says: plain sentences, and perhaps one thing to do. */
export type Letter = {
	subject: string;
	paragraphs: string[];
	/** Buttons in HTML, addresses on lines of their own in text. */
	link?: Link | Link[];
};

export type Context = {
	locale: Locale;
	/** Where the desk is reached, without a slash at the end. */
	origin: string;
};

/** One kind of mail: what it needs to know, an example of that, and the words. */
export type Template<Parameters extends z.ZodType = z.ZodType> = {
	parameters: Parameters;
	/** Shown where mails are previewed. */
	example: z.input<Parameters>;
	write(parameters: z.output<Parameters>, context: Context): Letter;
};

/** Keeps the types of one template together. */
export const template = <Parameters extends z.ZodType>(made: Template<Parameters>) =>
	made as unknown as Template;
