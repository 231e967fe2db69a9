import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './support/dist.ts';

const dist = join(root, 'dist');

/** Every file of `dist` that is read before an entry runs, and what of Node: imports that are not made later, by `import()`. */
function readFirst(entry: string): { readonly files: ReadonlySet<string>; readonly modules: ReadonlySet<string> } {
  const files = new Set([entry]);
  const modules = new Set<string>();
  for (const file of files)
    for (const [, name] of readFileSync(join(dist, file), 'utf8').matchAll(
      /^(?:import|export)\b(?:[^'";]*?\bfrom)? ?"([^"]+)";$/gm,
    ))
      if (name!.startsWith('./')) files.add(name!.slice(2));
      else modules.add(name!);
  return { files, modules };
}

/** What takes long to read, and few runs need. */
const heavy = [
  'undici.js',
  'github.js',
  'action.js',
  'gitlab.js',
  'downloads.js',
  'tfjs.js',
  'executor.js',
  'archives.js',
  'protobuf.js',
];

for (const [entry, size] of [
  // Before it starts what explains, and what it reads meanwhile.
  ['cli.js', 7e3],
  ['run.js', 2.5e6],
  ['explainer-process.js', 1.3e6],
  ['worker.js', 1.3e6],
] as const)
  test(`${entry} starts without what only some runs need`, () => {
    const { files, modules } = readFirst(entry);
    assert.ok(files.size > 1, 'imports were found');
    const found = heavy.filter(name => files.has(name));
    assert.deepEqual(found, []);
    for (const name of ['node:http', 'node:https', 'node:tls']) assert.ok(!modules.has(name), name);
    const bytes = [...files].reduce((sum, file) => sum + readFileSync(join(dist, file)).length, 0);
    assert.ok(bytes < size, `${bytes} bytes: ${[...files].join(', ')}`);
  });

test('what explains reads nothing of commands, reports and judgement', () => {
  const { files } = readFirst('explainer-process.js');
  assert.ok(!files.has('camdrift.js') && !files.has('packages.js'), [...files].join(', '));
});
