import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'vitest/config';
import { paraglide } from './src/lib/i18n/paraglide.config.ts';

const plugins = [paraglideVitePlugin(paraglide)];

export default defineConfig({
	test: {
		projects: [
			{
				plugins,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.ts'],
					exclude: ['src/**/*.db.test.ts']
				}
			},
			{
				plugins,
				test: {
					name: 'database',
					environment: 'node',
					include: ['src/**/*.db.test.ts', 'tests/database/**/*.test.ts'],
					globalSetup: './tests/database/global-setup.ts',
					testTimeout: 60_000,
					// Opening the embedded database takes seconds, more when two files do it at once.
					hookTimeout: 120_000
				}
			}
		]
	}
});
