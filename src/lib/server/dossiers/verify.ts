import { createHash } from 'node:crypto';
import type { Entry, ZipFile } from 'yauzl';
import {
	compareWithManifest,
	manifest,
	manifestPath,
	type DossierFault,
	type FoundFile,
	type Manifest
} from '#lib/domain/dossier/manifest.ts';
import { entriesOf, hashEntry, isSealed, openZip, textOf } from '../zips/read-zip.ts';

/** What came of checking a dossier. */
export type Verified = {
	faults: DossierFault[];
	/** Null when it cannot be read. */
	manifest: Manifest | null;
	/** To compare with the one the desk shows. */
	manifest_sha256: string | null;
};

const mostManifestBytes = 64 * 1024 * 1024;

/** Checks a dossier with nothing but the file: every file in it, and the file as a whole. */
export async function verifyDossier(path: string): Promise<Verified> {
	const faults: DossierFault[] = (await isSealed(path)) ? [] : [{ fault: 'file_changed', path }];
	const found: FoundFile[] = [];
	let told: { manifest: Manifest; sha256: string } | null = null;
	try {
		const zip = await openZip(path);
		for await (const entry of entriesOf(zip)) {
			const read = await hashOf(zip, entry);
			found.push({ path: entry.fileName, sha256: read?.sha256 ?? null });
			if (entry.fileName !== manifestPath || !read?.text) continue;
			const parsed = manifest.safeParse(parseJson(read.text));
			if (parsed.success) told = { manifest: parsed.data, sha256: read.sha256 };
		}
	} catch {
		// What was read so far is compared; that the file breaks off is a fault by itself.
		faults.push({ fault: 'unreadable', path });
	}
	if (told) faults.push(...compareWithManifest(told.manifest, found));
	else faults.push({ fault: 'unreadable', path: manifestPath });
	return {
		faults,
		manifest: told?.manifest ?? null,
		manifest_sha256: told?.sha256 ?? null
	};
}

/** The hash of one entry, and the text of the manifest; null when it cannot be read. */
async function hashOf(
	zip: ZipFile,
	entry: Entry
): Promise<{ sha256: string; text?: string } | null> {
	if (entry.fileName !== manifestPath) {
		const sha256 = await hashEntry(zip, entry).catch(() => null);
		return sha256 === null ? null : { sha256 };
	}
	const text = await textOf(zip, entry, mostManifestBytes).catch(() => null);
	return text === null ? null : { sha256: createHash('sha256').update(text).digest('hex'), text };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
