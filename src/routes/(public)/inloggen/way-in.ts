/** The part of the house each role works in, the fullest first. */
const areas = [
	{ roles: ['committee', 'moderator'], path: '/commissie' },
	{ roles: ['administrator'], path: '/beheer' },
	{ roles: ['regulator'], path: '/acm' },
	{ roles: ['organisation_member'], path: '/portaal' }
];

/** Where somebody with these roles goes after signing in; null when there is nowhere to go. */
export function areaOf(roles: readonly string[]): string | null {
	return areas.find((area) => area.roles.some((role) => roles.includes(role)))?.path ?? null;
}

/** The address somebody was on the way to, if it is one of this site; else null. */
export function safeNext(next: string | null | undefined): string | null {
	// A browser reads `//elsewhere` and `/\elsewhere` as another site.
	if (!next || !/^\/(?![/\\])[^\\\s]*$/.test(next)) return null;
	const here = 'http://here.invalid';
	return new URL(next, here).origin === here ? next : null;
}
