import { m } from '#lib/paraglide/messages.js';

type Say = (inputs?: Record<string, unknown>) => string;

/**
 * The sentence for a message key that data decides on, in the language of the request. A key
 * without a sentence is shown as a plain refusal, never as a key.
 */
export function say(key: string, inputs: Record<string, unknown> = {}): string {
	const sentence = (m as unknown as Record<string, Say | undefined>)[key];
	return (sentence ?? m.error_refused)(inputs);
}
