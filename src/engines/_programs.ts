import { createHash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pins } from './_pins.ts';

/** The package's programs for one kind of machine: names and SHA-256. */
export interface Programs {
  readonly version: string;
  /** Of the package as npm has it. */
  readonly integrity: string;
  readonly platform: string;
  readonly files: Readonly<Record<string, string>>;
}

/** @throws Error where the package has none for this machine */
export function programsFor(platform = `${process.platform}-${process.arch}`): Programs {
  const { version, integrity, files } = pins;
  const found = Object.entries(files).find(([name]) => name === platform)?.[1];
  if (!found)
    throw new Error(`version ${version} has no program for ${platform}; it has for ${Object.keys(files).join(', ')}`);
  return { version, integrity, platform, files: found };
}

export const installedAt = (folder: string, { version, platform }: Programs): string =>
  join(folder, `onnxruntime-${version}-${platform}`);

/**
 * The folder of the programs: of the package beside camdrift, or of what `camdrift setup` installed. Every file is held against its
 * digest before any is loaded.
 * @throws Error with `code` `MODULE_NOT_FOUND` where there is neither
 */
export function verifiedPrograms(folder: string): string {
  const programs = programsFor();
  const problems: Error[] = [];
  for (const place of [() => besideUs(programs), () => installed(folder, programs)])
    try {
      const found = place();
      verify(found, programs);
      return found;
    } catch (error) {
      problems.push(error as Error);
    }
  throw problems.find(problem => !isMissing(problem)) ?? problems[0]!;
}

const isMissing = ({ code }: NodeJS.ErrnoException): boolean => code === 'MODULE_NOT_FOUND' || code === 'ENOENT';

/** @throws Error what is not as it was published */
export function verify(folder: string, { files }: Programs): void {
  for (const [name, digest] of Object.entries(files)) {
    const path = join(folder, name);
    const isThere = lstatSync(path, { throwIfNoEntry: false })?.isFile();
    if (!isThere) throw new Error(`${path} is missing`);
    if (digestOf(path) !== digest)
      throw new Error(`${path} is not the file that was published: it is damaged, or was tampered with`);
  }
}

/** Piece by piece: whole, twenty-five megabytes of new memory would take longer than the digest. */
function digestOf(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(2 ** 18);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

function besideUs({ version, platform }: Programs): string {
  const home = dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json'));
  const found: string = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;
  if (found !== version) throw new Error(`it is version ${found}; expected ${version}`);
  return join(home, 'bin/napi-v6', ...platform.split('-'));
}

function installed(folder: string, programs: Programs): string {
  const found = installedAt(folder, programs);
  if (lstatSync(found, { throwIfNoEntry: false })) return found;
  throw Object.assign(new Error(`${found} is missing`), { code: 'ENOENT' });
}
