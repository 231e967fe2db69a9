import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { camdrift } from './dist.ts';
import type { GitHub } from './github/index.ts';
import { type Files, filesBelow } from './scene.ts';
import { assertEnded } from './workspace.ts';

/**
 * What `camdrift baseline` writes for a project, to be committed with it.
 * @param folder where camdrift.yml lies, and the baselines below it
 */
export async function storedBaseline(
  project: Files,
  { folder = '.', args = [] }: { folder?: string; args?: readonly string[] } = {},
): Promise<Record<string, Uint8Array>> {
  const root = await mkdtemp(join(tmpdir(), 'camdrift-project-'));
  try {
    for (const [path, content] of Object.entries(project)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content ?? '');
    }
    assertEnded(await camdrift(['baseline', ...args], { cwd: join(root, folder) }), { code: 0 });
    const written = Object.entries(await filesBelow(root)).filter(([path]) => !(path in project));
    return Object.fromEntries(written);
  } finally {
    await rm(root, { recursive: true });
  }
}

/** The same files with the weights in Git LFS, as `git lfs track '*.bin'` commits them. */
export function inLfs(github: GitHub, files: Files): Files {
  const kept = ([path, content]: [string, Files[string]]) =>
    path.endsWith('.bin') && content !== null ? github.lfs.store(Buffer.from(content)) : content;
  return Object.fromEntries(Object.entries(files).map(entry => [entry[0], kept(entry)]));
}

/** The same files as deleted ones. */
export const deleted = (files: Files): Files => Object.fromEntries(Object.keys(files).map(path => [path, null]));

/** What was asked that changes something, as `METHOD /path`. */
export const writesOf = ({ exchanges }: GitHub, from = 0): string[] =>
  exchanges
    .slice(from)
    .filter(({ write }) => write)
    .map(({ method, path }) => `${method} ${path}`);
