import type { Desk } from '#lib/server/desk.ts';
import type { Visitor } from '#lib/server/guard/visitors.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** Ties what the visitor sees to one line in the log. */
			request_id?: string;
		}
		interface Locals {
			request_id: string;
			desk: Desk;
			/** Who signed in; null for the public, and on pages that need nobody. */
			visitor: Visitor | null;
		}
	}
}

export {};
