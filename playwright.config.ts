import { defineConfig, devices } from '@playwright/test';
import { ensureBrowser, launchArguments } from './tests/support/browser.ts';

// Workers read this file again: they need not look for the browser a second time.
process.env.CHROMIUM_PATH ??= ensureBrowser();

export default defineConfig({
	testDir: 'tests/e2e',
	globalSetup: './tests/e2e/global-setup.ts',
	outputDir: 'test-results/journeys',
	reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]],
	// A journey waits half of its time, for a mail or for the page: two would leave a core idle.
	workers: 3,
	// On a busy machine a browser may be late: what fails twice is broken, what fails once is told.
	retries: 1,
	forbidOnly: true,
	timeout: 60_000,
	// A machine may be busy; what is right comes at once all the same.
	expect: { timeout: 15_000 },
	projects: [
		{
			name: 'chromium',
			use: {
				...devices['Desktop Chrome'],
				baseURL: process.env.TEST_DESK_URL,
				locale: 'nl-NL',
				timezoneId: 'Europe/Amsterdam',
				launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: launchArguments },
				screenshot: 'only-on-failure',
				// A trace of every journey takes a fifth of the time: asked for when one is looked into.
				trace: process.env.TRACE === 'on' ? 'retain-on-failure' : 'off'
			}
		}
	]
});
