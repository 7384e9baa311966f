import type { CompilerOptions } from '@inlang/paraglide-js';

/** Dutch at the root, English under /en; the address decides, a cookie remembers. */
export const paraglide: CompilerOptions = {
	project: './src/lib/i18n/project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['url', 'cookie', 'baseLocale'],
	emitReadme: false
};
