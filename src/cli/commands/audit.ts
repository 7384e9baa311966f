import type { ChainFault, ChainHead } from '#lib/domain/audit/check-chain.ts';
import { keepHead, readKeptHead } from '#lib/server/audit/kept-head.ts';
import { verifyTrail } from '#lib/server/audit/verify-trail.ts';
import { oneOf, readArguments, WrongUse, type Command } from '../command.ts';
import { withDesk } from '../with-desk.ts';

const sayFault: Record<ChainFault['fault'], string> = {
	missing: 'is missing',
	event_missing: 'has lost its event',
	reordered: 'does not follow the one before it',
	changed: 'was changed',
	cut_off: 'was kept elsewhere and is not reached: the trail was cut off'
};

export default {
	about:
		'Reads the whole audit trail and finds what was changed, is missing or stands elsewhere; keeps its head in DATA_DIR when all is well.',
	usage: 'audit verify [--head <sequence>:<hash>]…',
	async run(args) {
		const { positionals, values } = readArguments({
			args,
			allowPositionals: true,
			options: { head: { type: 'string', multiple: true } }
		});
		oneOf(['verify'], positionals[0], 'the act');
		if (positionals.length > 1) throw new WrongUse('one act at a time');
		const given = (values.head ?? []).map(readHead);
		await withDesk(async ({ backend, env }) => {
			const kept = await readKeptHead(env);
			const { head, faults, unchained } = await verifyTrail(backend.sql, [
				...given,
				...(kept && kept.sequence > 0 ? [kept] : [])
			]);
			for (const { fault, sequence } of faults) console.log(`${sequence}\t${sayFault[fault]}`);
			for (const id of unchained) console.log(`event ${id}\tstands outside the chain`);
			const wrong = faults.length + unchained.length;
			if (wrong > 0) throw new Error(`the audit trail is not as it was written: ${wrong} faults`);
			if (head.sequence > 0) await keepHead(env, head);
			console.log(`The audit trail is whole: ${head.sequence} looks.`);
			if (head.sequence > 0) console.log(`Its head is ${head.sequence}:${head.hash}`);
		});
	}
} satisfies Command;

function readHead(given: string): ChainHead {
	const [, sequence, hash] = /^(\d+):([0-9a-f]{64})$/.exec(given) ?? [];
	if (!sequence || !hash)
		throw new WrongUse('a head is a number, a colon and 64 hexadecimal signs');
	return { sequence: Number(sequence), hash };
}
