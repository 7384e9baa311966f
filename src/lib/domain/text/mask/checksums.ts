/** How long an account number is, by country, as the IBAN registry has it. */
export const accountLengths = new Map(
	`AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 ES24 FI18
	FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IS26 IT27 JO30 KW30 KZ20 LB28 LI21 LT20
	LU20 LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SE24
	SI19 SK24 SM27 TN24 TR26 UA29 XK20`
		.split(/\s+/)
		.map((known) => [known.slice(0, 2), Number(known.slice(2))] as const)
);

/** ISO 13616: mostly digits, as long as its country has them, and the first four signs moved to the end, letters as numbers, leave 1 when divided by 97. */
export function isIban(text: string): boolean {
	const plain = text.replace(/[^A-Z0-9]/gi, '').toUpperCase();
	if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain)) return false;
	if (plain.length !== accountLengths.get(plain.slice(0, 2))) return false;
	// "de 12 mensen die" is a sentence, also when it happens to check.
	if (plain.replace(/\D/g, '').length < 10) return false;
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

/** ISO/IEC 7812: every second digit from the end doubled, the sum of all digits ends in 0 (Luhn). */
export function isCard(text: string): boolean {
	const digits = Array.from(text.replace(/\D/g, ''), Number).reverse();
	const sum = digits.reduce((total, digit, at) => {
		const weighed = at % 2 === 1 ? digit * 2 : digit;
		return total + (weighed > 9 ? weighed - 9 : weighed);
	}, 0);
	return sum % 10 === 0;
}
