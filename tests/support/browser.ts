import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The same engine without windows: a complete Chromium takes half as long again for a run. */
const headless = ['chromium-headless-shell'];
const complete = ['chromium', 'chromium-browser', 'google-chrome'];

const isRoot = process.getuid?.() === 0;

/** How Chromium is started: as root it has no sandbox, and it keeps quiet where there is no network. */
export const launchArguments = [
	...(isRoot ? ['--no-sandbox'] : []),
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/**
 * The Chromium to test with, fetched when there is none.
 * @throws one line that says what helps, when none can be had.
 */
export function ensureBrowser(): string {
	const chosen = process.env.CHROMIUM_PATH;
	if (chosen) {
		if (isExecutable(chosen)) return chosen;
		throw new Error(`CHROMIUM_PATH names ${chosen}, which is not a program.`);
	}
	return (
		findBrowser(headless) ??
		installFromDebian() ??
		findBrowser() ??
		findAfter('npx', ['playwright', 'install', 'chromium']) ??
		fail('No Chromium: set CHROMIUM_PATH or run `npx playwright install --with-deps chromium`.')
	);
}

function findBrowser(names = [...headless, ...complete]): string | undefined {
	const own = chromium.executablePath();
	if (own && existsSync(own) && starts(own)) return own;
	const folders = (process.env.PATH ?? '').split(delimiter);
	return names
		.flatMap((name) => folders.map((folder) => join(folder, name)))
		.find((program) => isExecutable(program) && starts(program));
}

function installFromDebian(): string | undefined {
	if (!isRoot || !existsSync('/etc/debian_version')) return undefined;
	const install = ['install', '-y', '--no-install-recommends', ...headless];
	// Lists of packages may be missing, or too old.
	return (
		findAfter('apt-get', install) ??
		(run('apt-get', ['update']) ? findAfter('apt-get', install) : undefined)
	);
}

function findAfter(program: string, args: string[]): string | undefined {
	console.error(`No Chromium without windows yet: ${program} ${args.join(' ')}`);
	return run(program, args) ? findBrowser(headless) : undefined;
}

function run(program: string, args: string[]): boolean {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	// What an installer says goes to standard error: standard output is for results.
	return spawnSync(program, args, { stdio: ['ignore', 2, 2], env }).status === 0;
}

/** A browser may be there without the libraries it needs. */
function starts(program: string): boolean {
	return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

function isExecutable(program: string): boolean {
	try {
		accessSync(program, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function fail(message: string): never {
	throw new Error(message);
}
