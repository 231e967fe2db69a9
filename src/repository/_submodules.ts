import { posix } from 'node:path';
import type { Repository } from './repository.ts';

/**
 * The repository that a submodule comes from, when its owner is ours: what a stranger's repository holds is not asked for.
 * @param modules text of `.gitmodules`
 * @param path of the submodule
 */
export function submoduleRepository(modules: string, path: string, ours: Repository): Repository | undefined {
  const url = sectionsOf(modules).find(section => section.path === path)?.url;
  const found = url === undefined ? undefined : coordinatesOf(url, ours);
  if (found?.host !== new URL(ours.serverUrl).host.toLowerCase()) return undefined;
  if (found.owner.toLowerCase() !== ours.owner.toLowerCase()) return undefined;
  return { ...ours, name: found.name };
}

/** The settings of each section; which section it is does not matter. */
function sectionsOf(text: string): Record<string, string>[] {
  const sections: Record<string, string>[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*\[/.test(line)) sections.push({});
    const [, key, value] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    const last = sections.at(-1);
    if (last && key !== undefined) last[key.toLowerCase()] = value!.replace(/^"(.*)"$/, '$1');
  }
  return sections;
}

interface Found {
  readonly host: string;
  readonly owner: string;
  readonly name: string;
}

/** `../weights.git`, `https://github.com/acme/weights`, `git@github.com:acme/weights.git` and its like. */
function coordinatesOf(url: string, { serverUrl, owner, name }: Repository): Found | undefined {
  const { host } = new URL(serverUrl);
  const isRelative = url.startsWith('./') || url.startsWith('../');
  const scp = /^[\w.-]+@([\w.-]+):([^:]+)$/.exec(url);
  const [where, path] = isRelative
    ? [host, posix.join('/', owner, name, url)]
    : scp
      ? [scp[1]!, `/${scp[2]!}`]
      : URL.canParse(url)
        ? [new URL(url).host, new URL(url).pathname]
        : [undefined, ''];
  const [, there, repository] = /^\/+([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(path) ?? [];
  if (where === undefined || there === undefined || repository === undefined) return undefined;
  return { host: where.toLowerCase(), owner: there, name: repository };
}
