import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { paraglide } from './src/lib/i18n/paraglide.config.ts';

// The pages have a module for each message, so that each carries only its own; what runs without a
// build reads those of `npm run prepare`: one module for each language, in a tenth of the time.
const messagesOfPages = '.svelte-kit/paraglide';

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			...paraglide,
			outdir: messagesOfPages,
			outputStructure: 'message-modules'
		}),
		sveltekit()
	],
	resolve: {
		alias: { '#lib/paraglide': resolve(import.meta.dirname, messagesOfPages) }
	},
	// One chunk for what every page needs: it compresses better than twenty small ones, and the report
	// page has to stay below 60 kB. What that page does not show stays out of it.
	build: {
		// Else every page carries the names of all chunks of all others; only styles must come before.
		modulePreload: {
			resolveDependencies: (_page, needed) => needed.filter((file) => file.endsWith('.css'))
		},
		rolldownOptions: {
			output: {
				codeSplitting: {
					groups: [
						{
							name: 'shell',
							test: /node_modules\/(svelte|@sveltejs|esm-env|devalue|clsx)\/|paraglide\/runtime|src\/lib\/(ui|forms|features\/site)\/(?!Table|Pagination|Figure|FilterForm|Rings|StaffBar)|paraglide\/messages\/(ui_|desk_|error_page)|routes\/\+(layout|error)/
						}
					]
				}
			}
		}
	}
});
