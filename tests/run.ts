/*
 * `npm test`: everything, or the parts named after `--`: static, unit, database, process, e2e.
 * The last line tells how many passed and failed. Nothing is skipped: what cannot run has failed.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { buildIfNeeded } from '../src/cli/build-if-needed.ts';
import { ensureBrowser } from './support/browser.ts';
import { countJourneys, countUnits, type Count } from './support/count.ts';
import { createEmbeddedTemplate } from './support/databases.ts';
import { ensureCheckInstalled } from './support/plpgsql-check.ts';
import { startPostgres } from './support/postgres.ts';
import prepare from './support/prepare.ts';

const parts = ['static', 'unit', 'database', 'process', 'e2e'] as const;
type Part = (typeof parts)[number];

process.chdir(resolve(import.meta.dirname, '..'));
process.env.PATH = join(process.cwd(), 'node_modules', '.bin') + delimiter + process.env.PATH;

const asked = process.argv.slice(2);
const unknown = asked.find((part) => !(parts as readonly string[]).includes(part));
if (unknown) {
	console.error(`There is no part ${unknown}: choose from ${parts.join(', ')}.`);
	process.exit(2);
}
const wants = (...some: Part[]) => asked.length === 0 || some.some((part) => asked.includes(part));

// What a broken-off test leaves behind goes with the run. PostgreSQL may be another user's.
const temporary = mkdtempSync(join(tmpdir(), 'gehoord-test-'));
chmodSync(temporary, 0o711);
process.env.TMPDIR = temporary;
// A hundred desks and tools are started: what one compiled the next need not.
process.env.NODE_COMPILE_CACHE = join(temporary, 'compiled');
process.once('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));

const total: Count = { passed: 0, failed: 0 };
const children = new Set<ChildProcess>();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		for (const child of children) child.kill('SIGTERM');
		process.exit(1);
	});
}

await stage('prepare', setUp(prepare));
if (wants('database', 'e2e')) {
	await stage(
		'PostgreSQL',
		setUp(async () => {
			if (wants('database') && !process.env.TEST_DATABASE_URL) ensureCheckInstalled();
			process.env.TEST_DATABASE_URL = (await startPostgres()).url;
		})
	);
	// What both copy, made once.
	await stage(
		'embedded database',
		setUp(async () => void (await createEmbeddedTemplate()))
	);
}
if (wants('e2e')) {
	await stage(
		'browser',
		setUp(() => {
			process.env.CHROMIUM_PATH = ensureBrowser();
		})
	);
}
// The build writes the messages anew: before anything reads them.
if (wants('process', 'e2e')) await stage('build', buildIfNeeded);
// Either leaves a core idle half of the time, and both take as long.
await Promise.all([tryUnits(), tryProcesses().then(examine).then(tryJourneys)]);

if (total.passed === 0) total.failed ||= 1;
console.log(`${total.passed} passed, ${total.failed} failed`);
// Compilers may hold on to the process; the PostgreSQL of this run stops with it.
process.exit(total.failed > 0 ? 1 : 0);

/** What reads the files: types, rules and format. */
async function examine(): Promise<void> {
	if (!wants('static')) return;
	await stage('types', () => succeed('svelte-check', '--tsconfig', './tsconfig.json'));
	await stage('lint', () => succeed('eslint', '.'));
	await stage('format', () => succeed('prettier', '--check', '.'));
}

async function tryUnits(): Promise<void> {
	const projects = (['unit', 'database'] as const).filter((part) => wants(part));
	if (projects.length > 0) await stage(projects.join(' and '), () => runUnits(projects));
}

async function tryProcesses(): Promise<void> {
	if (wants('process')) await stage('process', () => runUnits(['process']));
}

async function tryJourneys(): Promise<void> {
	if (wants('e2e')) await stage('e2e', runJourneys);
}

/** Runs one stage and adds up. A stage that only succeeds or not is one test. */
async function stage(name: string, run: () => Promise<Count | void>): Promise<void> {
	console.log(`\n── ${name}`);
	const begin = performance.now();
	let count: Count;
	try {
		count = (await run()) ?? { passed: 1, failed: 0 };
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		count = { passed: 0, failed: 1 };
	}
	const seconds = Math.round((performance.now() - begin) / 1000);
	console.log(`── ${name}: ${count.passed} passed, ${count.failed} failed in ${seconds} s`);
	total.passed += count.passed;
	total.failed += count.failed;
}

/** What others need is no test when it goes well, and a failed one when it does not. */
function setUp(run: () => void | Promise<void>): () => Promise<Count> {
	return async () => {
		await run();
		return { passed: 0, failed: 0 };
	};
}

async function runUnits(projects: readonly string[]): Promise<Count> {
	const results = `test-results/${projects.join('-')}.json`;
	rmSync(results, { force: true });
	const chosen = projects.map((project) => `--project=${project}`);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
	// It may run beside another: what it has to say is told at its end.
	const said = await exitCode('vitest', ['run', ...chosen, ...reporters], 'pipe');
	process.stdout.write(said.output);
	return countUnits(read(results), said.code);
}

async function runJourneys(): Promise<Count> {
	const results = 'test-results/journeys.json';
	rmSync(results, { force: true });
	const { code } = await exitCode('playwright', ['test'], 'inherit');
	return countJourneys(read(results), code);
}

function read(results: string): string {
	try {
		return readFileSync(results, 'utf8');
	} catch {
		throw new Error(`It ended before it wrote ${results}.`);
	}
}

async function succeed(program: string, ...args: string[]): Promise<void> {
	const { code, output } = await exitCode(program, args, 'pipe');
	if (code === 0) return;
	process.stdout.write(output);
	throw new Error(`${program} found something.`);
}

/** Runs a program to its end; `output` is what it wrote, where that is not shown at once. */
async function exitCode(program: string, args: readonly string[], shown: 'inherit' | 'pipe') {
	const child = spawn(program, args, {
		stdio: ['ignore', shown, shown],
		shell: process.platform === 'win32'
	});
	children.add(child);
	const said: Buffer[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		stream?.on('data', (part: Buffer) => said.push(part));
	}
	return { code: await ended(child), output: Buffer.concat(said) };
}

function ended(child: ChildProcess): Promise<number> {
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => {
			children.delete(child);
			resolve(code ?? 1);
		});
	});
}
