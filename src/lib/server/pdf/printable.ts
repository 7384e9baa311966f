const besidesLatin1 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

/** The fonts hold the letters of Western Europe; of others what is left without their accents. */
export function printable(text: string): string {
	return [...text]
		.map((sign) => {
			if (isInFonts(sign)) return sign;
			const plain = sign
				.normalize('NFKD')
				.replace(/\p{M}/gu, '')
				.replace('ł', 'l')
				.replace('Ł', 'L');
			return isInFonts(plain) ? plain : '?';
		})
		.join('');
}

const isInFonts = (sign: string) => /^[\n -~ -ÿ]$/.test(sign) || besidesLatin1.includes(sign);
