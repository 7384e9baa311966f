import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import typescript from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const routes = { regex: 'routes/', message: 'Nothing imports from routes.' };

/**
 * Forbids imports into `files` from anything that `regex` matches.
 * @param {string[]} files
 * @param {string} regex
 * @param {string} message
 * @returns {import('eslint').Linter.Config}
 */
const arrow = (files, regex, message) => ({
	files,
	rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }, routes] }] }
});

export default defineConfig(
	{ ignores: ['build/', '.svelte-kit/', 'data/', 'src/lib/paraglide/', 'test-results/'] },
	js.configs.recommended,
	...typescript.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			// Addresses are made by localizeHref, which knows the language.
			'svelte/no-navigation-without-resolve': 'off',
			'no-console': ['error', { allow: ['error'] }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: {
				extraFileExtensions: ['.svelte'],
				parser: typescript.parser,
				svelteConfig
			}
		}
	},
	{ files: ['src/cli/**', 'tests/**'], rules: { 'no-console': 'off' } },

	// The arrows of the house: what may know of what.
	arrow(
		['src/lib/domain/**'],
		'^(\\$|#lib/(?!domain/)|@sveltejs|@supabase|svelte$|node:)',
		'The domain is plain TypeScript: it imports only the domain. Time and data come as arguments.'
	),
	arrow(
		['src/lib/server/**', 'src/cli/**'],
		'^(\\$app|#lib/(features|pages|ui|charts|forms)/|svelte$)',
		'The server does not know of pages.'
	),
	arrow(
		['src/lib/ui/**', 'src/lib/charts/**'],
		'^(#lib/(server|features|pages|paraglide|domain)/)',
		'A ui component does not know the domain: text and data come as props.'
	),
	arrow(
		['src/lib/features/**', 'src/lib/forms/**'],
		'^(#lib/(server|pages)/)',
		'Data comes through load.'
	),
	{
		// Tests, and the making of a model, read files.
		files: ['**/*.test.ts', 'src/lib/domain/text/training/**'],
		rules: { 'no-restricted-imports': 'off', 'no-console': 'off' }
	}
);
