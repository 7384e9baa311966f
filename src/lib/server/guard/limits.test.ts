import { expect, test } from 'vitest';
import { householdOf } from './limits.ts';

test('the addresses of one household count as one', () => {
	expect(householdOf('2001:db8:1:2::7')).toBe(
		householdOf('2001:0db8:0001:0002:aaaa:bbbb:cccc:dddd')
	);
	expect(householdOf('2001:db8:1:2::7')).not.toBe(householdOf('2001:db8:1:3::7'));
	expect(householdOf('::1')).toBe('0:0:0:0');
	expect(householdOf('192.0.2.7')).not.toBe(householdOf('192.0.2.8'));
	expect(householdOf('::ffff:192.0.2.7')).not.toBe(householdOf('::ffff:192.0.2.8'));
});
