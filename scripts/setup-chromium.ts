/**
 * Finds a browser for the screenshots of comments, and installs Debian's chromium where there is none and it can.
 * Never fails: without a browser the screenshots are skipped, nothing else.
 */
import { execFile } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const INSTALL = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-color-emoji'];

async function main(): Promise<void> {
  const present = await working();
  if (present) return console.log(`${present.version} is here: ${present.path}. Nothing to do.`);
  const obstacle = whyNotInstalled() ?? (await install());
  const installed = obstacle === undefined ? await working() : undefined;
  if (installed) return console.log(`Installed ${installed.version}: ${installed.path}`);
  console.log(
    `No browser: ${obstacle ?? 'what apt-get installed does not start'}. Screenshots will be skipped. ` +
      'To have them, install chromium, or give the path of a Chrome in CHROMIUM.',
  );
}

interface Browser {
  readonly path: string;
  readonly version: string;
}

/** The first candidate that starts: Ubuntu's chromium-browser may be a stub that only asks for a snap. */
async function working(): Promise<Browser | undefined> {
  for (const path of candidates()) {
    const version = await run(path, ['--version']).catch(() => undefined);
    if (version) return { path, version: version.trim() };
  }
  return undefined;
}

function candidates(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = NAMES.flatMap(name => folders.map(folder => join(folder, name)));
  return [...(process.env.CHROMIUM ? [process.env.CHROMIUM] : []), ...found].filter(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function whyNotInstalled(): string | undefined {
  if (!/^(ID|ID_LIKE)=.*\b(debian|ubuntu)\b/m.test(osRelease())) return 'it is installed by itself on Debian only';
  return process.getuid?.() === 0 ? undefined : 'installing it takes root';
}

function osRelease(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}

/** Only when the lists of packages do not do are they fetched, which takes longer. */
async function install(): Promise<string | undefined> {
  console.log(`apt-get ${INSTALL.join(' ')}`);
  try {
    await apt(INSTALL).catch(async () => {
      console.log('apt-get update, then again');
      await apt(['update']);
      await apt(INSTALL);
    });
    return undefined;
  } catch (error) {
    return `apt-get did not succeed (${complaint(error)})`;
  }
}

async function apt(args: readonly string[]): Promise<void> {
  await run('apt-get', args, { ...process.env, DEBIAN_FRONTEND: 'noninteractive' });
}

async function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<string> {
  return (await promisify(execFile)(command, args, { env, maxBuffer: 2 ** 26, timeout: 300_000 })).stdout;
}

function complaint(error: unknown): string {
  const { stderr = '', message } = error as Error & { stderr?: string };
  return stderr.split('\n').find(line => line.startsWith('E: ')) ?? message.split('\n')[0]!;
}

await main();
