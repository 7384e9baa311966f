/** ISO 13616: the first four signs moved to the end, letters as numbers, leave 1 when divided by 97. */
export function isIban(text: string): boolean {
	const plain = text.replace(/[\s.-]/g, '').toUpperCase();
	if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain)) return false;
	const digits = (plain.slice(4) + plain.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
		String(letter.charCodeAt(0) - 55)
	);
	let rest = 0;
	for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
	return rest === 1;
}

/** The eleven test of the citizen service number: weights 9 to 2, and −1 for the last digit. */
export function isBsn(text: string): boolean {
	const digits = text.replace(/\D/g, '');
	if (digits.length !== 9 || /^0+$/.test(digits)) return false;
	const sum = Array.from(digits, Number).reduce(
		(total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index),
		0
	);
	return sum % 11 === 0;
}
