import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		globalSetup: './tests/support/prepare.ts',
		projects: [
			{
				test: {
					name: 'unit',
					environment: 'node',
					// To load everything anew for each file takes longer than the tests themselves.
					isolate: false,
					include: ['src/**/*.test.ts'],
					// Properties are tried hundreds of times, and a machine may be busy.
					testTimeout: 30_000,
					exclude: ['src/**/*.db.test.ts']
				}
			},
			{
				test: {
					name: 'database',
					environment: 'node',
					isolate: false,
					include: ['src/**/*.db.test.ts', 'tests/database/**/*.test.ts'],
					globalSetup: './tests/database/global-setup.ts',
					testTimeout: 60_000,
					// Opening the embedded database takes seconds, more when two files do it at once.
					hookTimeout: 120_000
				}
			},
			{
				test: {
					name: 'process',
					environment: 'node',
					include: ['tests/load/**/*.test.ts', 'tests/security/**/*.test.ts'],
					// These start and stop desks of their own, one after the other.
					fileParallelism: false,
					testTimeout: 120_000,
					hookTimeout: 120_000
				}
			}
		]
	}
});
