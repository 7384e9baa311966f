import { demoPeople, fillDemo, kindOfDesk } from '#lib/server/demo/fill.ts';
import { type Environment } from '#lib/server/env.ts';
import { withDesk } from './with-desk.ts';

const demo = { reports: 3000, seed: 1 };

/** Fills an empty desk, and completes a demo; a desk with real reports is refused. */
export async function prepareDemo(): Promise<void> {
	await withDesk(async (desk) => {
		const kind = await kindOfDesk(desk);
		if (kind === 'real') {
			throw new Error(
				'this desk holds real reports: start the demo on another DATA_DIR or DATABASE_URL'
			);
		}
		if (kind === 'empty') console.log('Inventing organisations and reports…');
		// Again on an old demo: invitations are renewed, reports are filed once.
		const { follow_code } = await fillDemo(desk, demo);
		console.log(`Follow an answered report at ${desk.env.origin}/volgen with ${follow_code}`);
	});
}

/** How to look around as each of the roles. */
export function tellDemo({ origin }: Environment): void {
	console.log(
		`Sign in at ${origin}/inloggen as one of these; the code appears at ${origin}/dev/mail`
	);
	for (const { email, role } of demoPeople) console.log(`  ${email.padEnd(36)}${role}`);
}
