/** A kind of file, by what the contents are. */
export type FileKind = {
	media_type: string;
	family: 'image' | 'document' | 'audio';
	/** The names such a file may have; the first is the one it gets. */
	extensions: readonly string[];
	/** What the contents are found to be. */
	detected: readonly string[];
};

/** As they are stored and given out. */
export const fileKinds = [
	{
		media_type: 'image/jpeg',
		family: 'image',
		extensions: ['jpg', 'jpeg', 'jpe', 'jfif'],
		detected: ['image/jpeg']
	},
	{ media_type: 'image/png', family: 'image', extensions: ['png'], detected: ['image/png'] },
	{ media_type: 'image/webp', family: 'image', extensions: ['webp'], detected: ['image/webp'] },
	{
		media_type: 'application/pdf',
		family: 'document',
		extensions: ['pdf'],
		detected: ['application/pdf']
	},
	{ media_type: 'audio/mpeg', family: 'audio', extensions: ['mp3'], detected: ['audio/mpeg'] },
	{
		media_type: 'audio/mp4',
		family: 'audio',
		extensions: ['m4a', 'mp4'],
		// A recorder may write no more than that it is MPEG-4; whether there is a picture in it, its
		// tracks tell.
		detected: ['audio/x-m4a', 'audio/mp4', 'video/mp4']
	},
	{
		media_type: 'audio/ogg',
		family: 'audio',
		extensions: ['ogg', 'oga', 'opus'],
		detected: ['audio/ogg', 'audio/ogg; codecs=opus']
	},
	{ media_type: 'audio/wav', family: 'audio', extensions: ['wav'], detected: ['audio/wav'] }
] as const satisfies readonly FileKind[];

/** Photos that few browsers show: they are kept as JPEG. */
const kindsMadeJpeg = [
	{
		media_type: 'image/heic',
		family: 'image',
		extensions: ['heic', 'heif', 'hif'],
		detected: ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']
	},
	{ media_type: 'image/avif', family: 'image', extensions: ['avif'], detected: ['image/avif'] }
] as const satisfies readonly FileKind[];

/** All that may be sent. */
export const sentKinds: readonly FileKind[] = [...fileKinds, ...kindsMadeJpeg];

export type MediaType = (typeof fileKinds)[number]['media_type'];
export const mediaTypes = fileKinds.map(({ media_type }) => media_type);

/** The kind of which the contents were found to be, if it is one that is taken. */
export const kindOfDetected = (detected: string): FileKind | undefined =>
	sentKinds.find((kind) => kind.detected.includes(detected.toLowerCase()));

/** For the chooser of the browser. */
export const acceptedTypes = [
	'image/jpeg,image/png,image/webp,image/heic,image/heif,image/avif,application/pdf,audio/mpeg,audio/mp4,audio/x-m4a,audio/ogg,audio/wav',
	...sentKinds.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`))
].join(',');

/** Whether contents of this kind go with the name and with what the sender says they are. */
export function isWhatItSays(kind: FileKind, extension: string, stated: string): boolean {
	const isNamedSo = extension === '' || kind.extensions.includes(extension);
	return isNamedSo && familiesOf(stated).includes(kind.family);
}

/** Programs call one kind by many names, so only the family counts; who says nothing is not wrong. */
function familiesOf(stated: string): readonly FileKind['family'][] {
	const [type = ''] = stated.toLowerCase().split(';');
	const plain = type.trim();
	if (plain === '' || plain === 'application/octet-stream' || plain === 'binary/octet-stream') {
		return ['image', 'document', 'audio'];
	}
	if (plain.startsWith('image/')) return ['image'];
	if (/^(audio|video)\/|^application\/ogg$/.test(plain)) return ['audio'];
	return /^application\/(x-)?pdf$/.test(plain) ? ['document'] : [];
}
