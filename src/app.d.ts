declare global {
	namespace App {
		interface Error {
			message: string;
			/** Ties what the visitor sees to one line in the log. */
			request_id?: string;
		}
		interface Locals {
			request_id: string;
		}
	}
}

export {};
