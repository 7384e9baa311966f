import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { paraglide } from './src/lib/i18n/paraglide.config.ts';

export default defineConfig({
	plugins: [paraglideVitePlugin(paraglide), sveltekit()]
});
