import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** Four bytes a pixel: red, green, blue and how opaque. */
type Pixels = { data: Uint8Array; width: number; height: number };

/** What runs in the thread; the build knows no second program, so its text is here. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const { decoder, bytes, mostPixels } = workerData;
require(decoder).all({ buffer: bytes }).then(async ([picture]) => {
	if (picture.width * picture.height > mostPixels) throw new Error('too many pixels');
	const { data, width, height } = await picture.decode();
	parentPort.postMessage({ data, width, height }, [data.buffer]);
});
`;

/**
 * The pixels of a photo as phones take them, the right way up. sharp cannot read these, and what
 * can takes half a second of sums a photo: a thread of its own keeps the others served.
 * @throws Error when it is broken, has more pixels than that, or takes longer.
 */
export function decodeHeic(
	bytes: Uint8Array,
	{ mostPixels, seconds }: { mostPixels: number; seconds: number }
): Promise<Pixels> {
	const decoder = createRequire(import.meta.url).resolve('heic-decode');
	const worker = new Worker(program, {
		eval: true,
		workerData: { decoder, bytes, mostPixels },
		// The decoder tells on these what is wrong with a file: that is no line of ours.
		stdout: true,
		stderr: true
	});
	return new Promise<Pixels>((resolve, reject) => {
		const tooLong = setTimeout(() => reject(new Error('takes too long')), seconds * 1000);
		worker.once('message', resolve);
		worker.once('error', reject);
		worker.once('exit', () => {
			clearTimeout(tooLong);
			reject(new Error('no picture'));
		});
	}).finally(() => worker.terminate());
}
