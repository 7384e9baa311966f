/*
 * Whether an audit trail is as it was written. Each link holds the hash of the one before it, so
 * that a row that was changed, taken out or put elsewhere shows; a tail that was cut off shows by
 * a head that was kept elsewhere. Whoever can write the whole chain anew is found by that head only.
 */

/** A link of the chain as it is stored, with the text of its event. */
export type ChainLink = {
	sequence: number;
	audit_id: number;
	previous_hash: string;
	hash: string;
	/** Null: the event is gone. */
	text: string | null;
};

/** The last link at some moment, kept elsewhere. */
export type ChainHead = { sequence: number; hash: string };

export type ChainFault = {
	fault: 'missing' | 'event_missing' | 'reordered' | 'changed' | 'cut_off';
	sequence: number;
};

/** What stands before the first link. */
export const chainRoot = '0'.repeat(64);

/** The hash of a link, from the one before it and the text of its event. */
export type HashLink = (previousHash: string, text: string) => string;

/** Walks along a chain in parts, from its beginning. */
export function chainChecker(hashLink: HashLink, kept: readonly ChainHead[] = []) {
	let head: ChainHead = { sequence: 0, hash: chainRoot };
	const differsFromKept = ({ sequence, hash }: ChainHead) =>
		kept.some((other) => other.sequence === sequence && other.hash !== hash);
	return {
		/** What is wrong with the next links, which come in the order of their sequence. */
		add(links: readonly ChainLink[]): ChainFault[] {
			const faults: ChainFault[] = [];
			for (const link of links) {
				const { sequence, previous_hash, hash, text } = link;
				if (sequence !== head.sequence + 1) {
					faults.push({ fault: 'missing', sequence: head.sequence + 1 });
				} else if (previous_hash !== head.hash) {
					faults.push({ fault: 'reordered', sequence });
				}
				if (text === null) faults.push({ fault: 'event_missing', sequence });
				head = { sequence, hash };
				if ((text !== null && hashLink(previous_hash, text) !== hash) || differsFromKept(head)) {
					faults.push({ fault: 'changed', sequence });
				}
			}
			return faults;
		},
		/** The last link, and which kept heads the chain never reached. */
		finish(): { head: ChainHead; faults: ChainFault[] } {
			const unreached = kept.filter(({ sequence }) => sequence > head.sequence);
			return { head, faults: unreached.map(({ sequence }) => ({ fault: 'cut_off', sequence })) };
		}
	};
}
