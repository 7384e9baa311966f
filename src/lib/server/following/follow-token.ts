import { Refused } from '../db/errors.ts';

/**
 * The follow code that a request carries as `Authorization: Bearer …`.
 * @throws Refused `follow_code_needed`
 */
export function followCodeOf(request: Request): string {
	const code = /^Bearer\s+(\S.{0,99})$/i.exec(request.headers.get('authorization') ?? '')?.[1];
	if (!code) throw new Refused('follow_code_needed', 401);
	return code;
}
