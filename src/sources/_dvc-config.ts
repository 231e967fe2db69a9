import { posix } from 'node:path';
import type { TextFiles } from './_dvc-pointer.ts';

/** What `.dvc/config` says, as far as it matters for reading. */
export interface DvcConfig {
  /** Folder of the DVC project, relative to the repository. */
  readonly root: string;
  /** Folder of the cache, relative to the project's `.dvc`, when it is not the usual one. */
  readonly cache?: string | undefined;
  /** Address of the default remote. */
  readonly remote?: string | undefined;
}

const mostBytes = 2 ** 18;

/** The settings of the DVC project that a path belongs to; undefined when none is above it. */
export async function dvcConfig(path: string, files: TextFiles): Promise<DvcConfig | undefined> {
  for (let root = posix.dirname(path); ; root = posix.dirname(root)) {
    const text = await files.text(posix.join(root, '.dvc/config'), mostBytes);
    if (text !== undefined) {
      // Git does not hold this one: a step may have written it, to say where its cache lies.
      const local = (await files.text(posix.join(root, '.dvc/config.local'), mostBytes)) ?? '';
      return { root, ...settingsOf(`${text}\n${local}`) };
    }
    if (root === '.' || root === '/') return undefined;
  }
}

/** Sections in brackets, some of them quoted: `['remote "storage"']`; a later value wins. */
function settingsOf(text: string): Pick<DvcConfig, 'cache' | 'remote'> {
  const values = new Map<string, string>();
  let section = '';
  for (const line of text.split(/\r?\n/)) {
    const [, head] = /^\s*\[\s*'?(.*?)'?\s*\]\s*$/.exec(line) ?? [];
    if (head !== undefined) section = head.replace(/^remote\s+"(.*)"$/, 'remote $1');
    const [, key, value] = /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key !== undefined) values.set(`${section}.${key}`, value!.replace(/^(["'])(.*)\1$/, '$2'));
  }
  const name = values.get('core.remote');
  return { cache: values.get('cache.dir'), remote: name === undefined ? undefined : values.get(`remote ${name}.url`) };
}
