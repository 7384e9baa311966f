import { resolve } from 'node:path';
import type { DossierFault } from '#lib/domain/dossier/manifest.ts';
import { verifyDossier } from '#lib/server/dossiers/verify.ts';
import { oneOf, readArguments, WrongUse, type Command } from '../command.ts';

const sayFault: Record<DossierFault['fault'], string> = {
	differs: 'differs from the manifest',
	missing: 'is missing',
	not_listed: 'is not in the manifest',
	unreadable: 'cannot be read',
	file_changed: 'was changed after it was made'
};

export default {
	about: 'Checks a dossier with nothing but the file: every file in it, and the file as a whole.',
	usage: 'dossier verify <file.zip>',
	async run(args) {
		const { positionals } = readArguments({ args, allowPositionals: true });
		oneOf(['verify'], positionals[0], 'the act');
		const path = positionals[1];
		if (!path || positionals.length > 2) throw new WrongUse('one file at a time');
		const { faults, manifest, manifest_sha256 } = await verifyDossier(
			resolve(process.env.INIT_CWD ?? '.', path)
		);
		for (const { fault, path } of faults) console.log(`${path}\t${sayFault[fault]}`);
		if (faults.length > 0 || !manifest) {
			throw new Error(`this is not the dossier that was made: ${faults.length} faults`);
		}
		const { case_reference, made_at, report_count, files, audit_head } = manifest;
		console.log(`${files.length} files are as they were made on ${made_at}.`);
		console.log(`${case_reference ?? 'A selection'}: ${report_count} reports.`);
		console.log(`SHA-256 of the manifest: ${manifest_sha256}`);
		if (audit_head) console.log(`Audit trail: ${audit_head.sequence}:${audit_head.hash}`);
	}
} satisfies Command;
