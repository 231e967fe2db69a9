import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import { performance } from 'node:perf_hooks';
import picomatch from 'picomatch';
import { CamdriftError, systemWords } from '../errors.ts';
import { confined, inGit } from '../files/workspace.ts';
import type { Source } from './source.ts';

export interface GlobOptions {
  /** Patterns of what is left out, and not walked either. */
  readonly ignore?: readonly string[];
  /** Whether `*.jpg` takes DSC1.JPG: letter case makes no difference. */
  readonly nocase?: boolean;
  /** Folders that match count too. */
  readonly folders?: boolean;
  /** How errors call a match: `fixture`. */
  readonly what: string;
  readonly limits?: { readonly entries: number; readonly seconds: number };
}

const usualLimits = { entries: 100_000, seconds: 10 };

/**
 * The absolute paths of what a glob matches, relative to where it is written; a folder that it names stands for all that lies
 * below. Names with a leading dot match only where the glob has the dot. What lies there under the very name is meant by it,
 * whatever the letters of the name would stand for in a glob: `cat (1).png`, `[odd]/a.png`.
 *
 * Symbolic links are followed, each folder is walked once however many links lead to it, and `.git` never.
 *
 * @throws CamdriftError `path-outside` when the walk, or a match, leaves the workspace; `config-invalid` when it does not end
 *   within 100,000 entries and 10 seconds
 */
export async function globbed(pattern: string, source: Source, options: GlobOptions): Promise<string[]> {
  const meant = await asNamed(pattern, source.base);
  const ignore = await Promise.all((options.ignore ?? []).map(each => asNamed(each, source.base)));
  const { base } = picomatch.scan(meant);
  const start = resolve(source.base, base.replace(/\\(?=[()[\]{}!*+?@|])/g, ''));
  const walk = new Walk(meant, source, { ...options, ignore });
  await walk.require(start);
  const found = await stat(start).catch(() => undefined);
  if (found?.isDirectory()) await walk.below(start);
  else if (found) walk.take(start);
  return walk.matches;
}

/** The glob, with the steps at its start that are names of what lies there taken as names. */
async function asNamed(pattern: string, base: string): Promise<string> {
  const steps = pattern.split('/');
  for (let at = 0, folder = pattern.startsWith('/') ? '/' : base; at < steps.length; at++) {
    const step = steps[at]!;
    if (/[*?\\]/.test(step)) break;
    folder = join(folder, step);
    if (!/[()[\]{}!+@|]/.test(step)) continue;
    if (!(await stat(folder).catch(() => undefined))) break;
    steps[at] = step.replace(/[()[\]{}!+@|]/g, '\\$&');
  }
  return steps.join('/');
}

class Walk {
  readonly matches: string[] = [];
  readonly #pattern: string;
  readonly #source: Source;
  readonly #options: GlobOptions;
  readonly #takes: (path: string) => boolean;
  readonly #leavesOut: (path: string) => boolean;
  readonly #mayHold: (path: string) => boolean;
  readonly #seen = new Set<string>();
  readonly #limits: { readonly entries: number; readonly seconds: number };
  readonly #deadline: number;
  #entries = 0;

  constructor(pattern: string, source: Source, options: GlobOptions) {
    const written = normal(pattern, source.base);
    const all = (text: string) => (text.endsWith('*') ? [text] : [text, `${text}/**`]);
    this.#pattern = pattern;
    this.#source = source;
    this.#options = options;
    const { nocase = false } = options;
    this.#takes = picomatch(options.folders ? [written] : all(written), { nocase });
    this.#leavesOut = picomatch(
      (options.ignore ?? []).flatMap(each => all(normal(each, source.base))),
      { nocase },
    );
    this.#mayHold = prefixMatcher(written, nocase);
    this.#limits = options.limits ?? usualLimits;
    this.#deadline = performance.now() + this.#limits.seconds * 1000;
  }

  /** A folder's own entries first, then what its links lead to, so that a folder goes by its own name where it has one. */
  async below(start: string): Promise<void> {
    const links: string[] = [];
    for (const folders = [start]; folders.length > 0; ) {
      for (const entry of await this.#entriesOf(folders.pop()!)) {
        const path = join(entry.parentPath, entry.name);
        if (entry.isSymbolicLink()) links.push(path);
        else if (!entry.isDirectory()) this.take(path);
        else if (this.#enters(path)) folders.push(path);
      }
    }
    for (const link of links.sort()) await this.#follow(link);
  }

  take(path: string): void {
    const own = this.#own(path);
    if (this.#takes(own) && !this.#leavesOut(own)) this.matches.push(path);
  }

  async require(path: string): Promise<void> {
    const { workspace } = this.#source;
    if (workspace !== undefined) await confined(workspace, path, `${this.#options.what} ${this.#own(path)}`);
  }

  async #follow(link: string): Promise<void> {
    const found = await stat(link).catch(() => undefined);
    if (found && !found.isDirectory()) this.take(link);
    if (!found?.isDirectory() || !this.#enters(link)) return;
    await this.require(link);
    await this.below(link);
  }

  async #entriesOf(folder: string): Promise<Dirent[]> {
    const real = await realpath(folder);
    if (this.#seen.has(real)) return [];
    this.#seen.add(real);
    const entries = await readdir(folder, { withFileTypes: true }).catch(cause => {
      throw this.#trouble(`${folder} cannot be looked into: ${systemWords(cause)}`, cause);
    });
    this.#entries += entries.length;
    if (this.#entries > this.#limits.entries)
      throw this.#trouble(`more than ${this.#limits.entries} files and folders lie there`);
    return entries;
  }

  #enters(path: string): boolean {
    const own = this.#own(path);
    if (inGit(own) || this.#leavesOut(own)) return false;
    if (this.#options.folders && this.#takes(own)) {
      this.matches.push(path);
      return false;
    }
    return this.#mayHold(own);
  }

  /** As patterns are written: relative to where they stand, with `/`. */
  #own(path: string): string {
    if (performance.now() > this.#deadline)
      throw this.#trouble(`the search did not end within ${this.#limits.seconds} seconds`);
    return relative(this.#source.base, path).split(sep).join('/') || '.';
  }

  #trouble(why: string, cause?: unknown): CamdriftError {
    return new CamdriftError('config-invalid', `The glob \`${this.#pattern}\` is too wide: ${why}.`, {
      cause,
      remedy:
        'Begin it with the folder that holds the files, or leave folders out with a pattern such as `!node_modules/**`.',
    });
  }
}

/** Relative to where it is written, without `.` and needless `..`. */
function normal(pattern: string, base: string): string {
  const bare = pattern.length > 1 ? pattern.replace(/\/$/, '') : pattern;
  const own = isAbsolute(bare) ? posix.relative(base.split(sep).join('/'), bare) : posix.normalize(bare);
  return own === '.' || own === '' ? '**' : own;
}

/** Whether something below a folder may match: step by step, as far as the pattern has single steps. */
function prefixMatcher(pattern: string, nocase: boolean): (folder: string) => boolean {
  const steps = pattern.split('/');
  if (steps.some(step => !balanced(step))) return () => true;
  const matchers = steps.map(step => picomatch(step, { nocase }));
  return folder => {
    for (const [index, step] of folder.split('/').entries()) {
      if (steps[index] === '**')
        return !step.startsWith('.') || steps.slice(index + 1).some(each => each.startsWith('.'));
      if (index >= steps.length) return true;
      if (step !== steps[index] && !matchers[index]!(step)) return false;
    }
    return true;
  };
}

/** Braces and parentheses that hold a `/` make several steps one. */
const balanced = (step: string): boolean => step.replace(/[^{(]/g, '').length === step.replace(/[^})]/g, '').length;
