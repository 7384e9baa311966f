import { formatSize } from '#lib/i18n/format-short.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { StagedFile } from '#lib/server/evidence/evidence.ts';

/** A file that came in, as the form shows it. */
export const showFile = ({ token, name, byte_size }: StagedFile) => ({
	token,
	name,
	size: formatSize(byte_size, getLocale())
});
