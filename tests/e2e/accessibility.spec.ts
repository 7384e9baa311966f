import { expect, test } from '../support/journey.ts';
import { expectAxeFindsNothing } from '../support/page-checks.ts';

/** Every page that needs no more than its address. Add a page here when it is made. */
const pages = [
	'/',
	'/melden',
	'/nummer',
	'/nummer/0850001234',
	'/nummer/0850001234/betwisten',
	'/trends',
	'/over/cijfers',
	'/over/open-data',
	'/maandverslag',
	'/volgen',
	'/volgen/link/none',
	'/verzet',
	'/verzet/volgen',
	'/inloggen',
	'/portaal/aanmelden',
	'/antwoord/none',
	'/adviesregister',
	'/adviesregister/aanvragen',
	'/adviesregister/aanvraag/none',
	'/rechten',
	'/rechten?channel=phone&on=2026-07-02&time=19%3A05&sector=energy&answers.consent=no&answers.customer_status=current'
];

const languages = [
	{ language: 'Dutch', root: '' },
	{ language: 'English', root: '/en' }
];

for (const path of pages) {
	for (const { language, root } of languages) {
		test(`axe finds nothing on ${path} in ${language}, light or dark`, async ({ page }) => {
			// Halfway a transition colours are nobody's choice.
			await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
			const address = path === '/' && root ? root : root + path;
			const response = await page.goto(address);
			expect(response?.status()).toBe(200);
			await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
			await expectAxeFindsNothing(page);

			// In the dark nothing but the colours is another.
			await page.emulateMedia({ colorScheme: 'dark' });
			// Until it is drawn anew there are colours of both.
			await page.evaluate(
				() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
			);
			await expectAxeFindsNothing(page, 'color-contrast');
		});
	}
}
