import type { Chance } from '../../src/lib/domain/probability/chance.ts';

/** A word that stands in all personal data that the fuzz sends; it may stand in no log. */
export const marker = 'zonderzegel';

/** Written out in a page, unescaped, this would be an element. */
export const probe = `<gehoord-probe onmouseover=alert(1)>${marker}</gehoord-probe>`;

/** What nobody may show: control characters but for tab and line end, and marks that turn the reading direction. */
export const unreadable = /(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF]/u;

type Make = (chance: Chance) => string;

/** Every kind of bad text there is. */
export const badValues: readonly Make[] = [
	() => '',
	() => ' \t ',
	() => '\u0000',
	() => `${marker}\u0000achter`,
	() => `\u0001\u0002\u001B[31m${marker}\u007F\u0085`,
	() => `\u202E${marker}\u2066 \u200F\u061C\uFEFF`,
	() => `👩‍👩‍👧‍👦🇳🇱🏴‍☠️ ${marker} 💥`,
	() => `half \uD800 ${marker} \uDFFF`,
	() => `e\u0301${'\u0300'.repeat(400)} ${marker}`,
	() => `${probe}`,
	() => `"'><script>alert('${marker}')</script><!-- ${probe}`,
	() => `</textarea>${probe}</title></script>${probe}`,
	() => `javascript:alert('${marker}')`,
	() => `'; drop table hub.reports; -- ${marker}`,
	() => `' or '1'='1' union select null,version()--`,
	() => '{{7*7}} ${7*7} #{7*7} <%= 7*7 %> %s%n%x',
	() => '../../../../etc/passwd\u0000.png',
	() => '%00%0a%2e%2e%2f%c0%af%',
	() => `regel een\r\nSet-Cookie: ${marker}=1\r\n\r\nregel twee`,
	() => '{"$ne": null, "__proto__": {"is_admin": true}}',
	() => '__proto__',
	() => 'constructor',
	() => 'null',
	() => 'NaN',
	() => '-1',
	() => '1e309',
	() => '99999999999999999999999999',
	() => '0x1F',
	() => '0000-00-00',
	() => '0000-01-01',
	() => '0001-01-01',
	() => '9999-12-31',
	() => '2026-02-29',
	() => '2024-02-29',
	() => '2099-01-01',
	() => '2026-03-29T02:30',
	() => '2026-10-25T02:30',
	() => '+275760-09-13',
	() => '2026-07-02T19:05+99:99',
	() => '2026-07-02T19:05:00.123456789Z',
	() => '24:00',
	() => '99:99',
	() => '02:30',
	() => '+31 6 1234 5678 ext. 99999999',
	() => '+'.repeat(300),
	() => '31'.repeat(200),
	() => `${marker}@${'a'.repeat(300)}.example`,
	() => `"${marker}@x"@[127.0.0.1]`,
	() => `${marker}@voorbeeld.example\nBcc: iedereen@elders.example`,
	() => 'xn--a'.repeat(40),
	() => `${marker} `.repeat(12),
	() => `${marker} `.repeat(500),
	() => 'é'.repeat(5_001),
	() => '💥'.repeat(5_000),
	() => `${marker} `.repeat(9_000),
	() => 'a'.repeat(90) + ' 0612345678 NL91ABNA0417164300 '.repeat(200),
	(chance) => Array.from({ length: 60 }, () => letter(chance)).join('')
];

const letter = (chance: Chance) => {
	const point = Math.floor(chance.next() * 0x3000);
	return String.fromCodePoint(point);
};

export const badValue = (chance: Chance): string => chance.pick(badValues)(chance);

/** What JSON can hold where something else is expected. */
export function badJson(chance: Chance): unknown {
	return chance.pick<() => unknown>([
		() => null,
		() => true,
		() => 0,
		() => -1.5,
		() => 1e308,
		() => [],
		() => [[[]]],
		() => {},
		() => ({}),
		() => ({ toString: 'x', valueOf: 1, length: -1 }),
		() => [badValue(chance), badValue(chance)],
		() => ({ [badValue(chance).slice(0, 90)]: badValue(chance) }),
		() => Array.from({ length: 2_000 }, () => 'a'),
		() => Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`fact_${at}`, 'yes'])),
		() => nested(400),
		() => badValue(chance),
		() => badValue(chance),
		() => badValue(chance)
	])();
}

function nested(depth: number): unknown {
	let value: unknown = marker;
	for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { facts: value };
	return value;
}
