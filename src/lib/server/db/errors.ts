/**
 * The desk says no: not a fault, a rule. `reason` is a key into the message files, as raised by
 * the database (class GH) or by a use-case.
 */
export class Refused extends Error {
	override name = 'Refused';
	readonly reason: string;
	readonly status: number;
	/** What the rule was about, to be told to nobody but the log. */
	readonly detail: string | undefined;

	constructor(reason: string, status: number, detail?: string) {
		super(reason);
		this.reason = reason;
		this.status = status;
		this.detail = detail;
	}
}

/** What a page tells of an error: a refusal, or null for a fault. */
export const refusalOf = (error: unknown) =>
	error instanceof Refused ? { status: error.status, reason: error.reason } : null;

/** What PostgREST and lite hand back when a call fails. */
type DatabaseError = { code?: string; message: string; details?: string | null };

const statusOf: Record<string, number> = {
	GH401: 401,
	GH403: 403,
	GH404: 404,
	GH003: 422,
	GH004: 422,
	GH005: 422,
	GH006: 422,
	GH007: 422,
	GH008: 422,
	GH009: 422,
	GH010: 429,
	GH012: 422,
	GH015: 422,
	GH020: 422,
	GH021: 422,
	GH022: 422,
	GH025: 422
};

/** A refusal of the database becomes Refused; everything else is a fault with its cause. */
export function toError(act: string, error: DatabaseError): Error {
	if (error.code?.startsWith('GH')) {
		return new Refused(error.message, statusOf[error.code] ?? 409, error.details ?? undefined);
	}
	// RLS and missing grants: the wall held, and the visitor may know no more than that.
	if (error.code === '42501') return new Refused('not_allowed', 403);
	return new Error(`${act} failed: ${error.code ?? ''} ${error.message}`, { cause: error });
}

/** The data of a call, or its error thrown. */
export function unwrap<Data>(
	act: string,
	answer: { data: Data; error: DatabaseError | null }
): NonNullable<Data> {
	if (answer.error) throw toError(act, answer.error);
	return answer.data as NonNullable<Data>;
}
