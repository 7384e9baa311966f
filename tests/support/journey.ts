import { test as base } from '@playwright/test';

export { expect } from '@playwright/test';

/** The desk that all journeys share. */
export type SharedDesk = { url: string; dataDir: string };

/**
 * A test on the desk that all journeys share. One that stops the desk or fills its database starts
 * its own with `startDesk`.
 */
export const test = base.extend<{ desk: SharedDesk }>({
	desk: async ({ baseURL }, use) => {
		await use({ url: baseURL!, dataDir: process.env.TEST_DESK_DATA! });
	}
});
