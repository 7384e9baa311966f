import { createHash, createHmac } from 'node:crypto';

/** Tells two values equal without keeping them; useless without the installation's key. Hexadecimal. */
export function keyedHash(hashKey: string, purpose: string, value: string): string {
	return createHmac('sha256', hashKey).update(`${purpose}\0${value}`).digest('hex');
}

/** Tells two contents equal. Hexadecimal. */
export function digestOf(content: string): string {
	return createHash('sha256').update(content).digest('hex');
}
