import { writeFile } from 'node:fs/promises';
import { createDatabase, createTemplate } from './databases.ts';
import { generateTypes, typesFile } from './official-cli.ts';
import { startPostgres } from './postgres.ts';

// `npm run types`: writes the types of the API as the migrations make it now.
const server = await startPostgres();
process.env.TEST_DATABASE_URL = server.url;
try {
	await createTemplate();
	await writeFile(typesFile, await generateTypes(await createDatabase()));
	console.log(typesFile);
} finally {
	server.stop();
}
