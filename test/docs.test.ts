import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseConfig } from '../src/config/read.ts';
import { configSchema } from '../src/config/schema.ts';
import { exitCodes } from '../src/errors.ts';
import { methods } from '../src/methods/index.ts';
import { metrics } from '../src/metrics/index.ts';
import { camdrift, root } from './support/dist.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const shellCommands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) =>
  block!
    .trim()
    .split('\n')
    .map(line => line.replace(/\s+#.*$/, '')),
);

describe('the README', () => {
  it('opens with a command that passes the retrained model, fails the shortcut, and takes a fresh clone', async () => {
    const [first] = shellCommands;
    assert.match(first!, /^node dist\/cli\.js audit /);
    const out = await mkdtemp(join(tmpdir(), 'camdrift-readme-'));
    try {
      const { code, stdout } = await camdrift([...first!.split(' ').slice(2), '--engine', 'wasm', '--out', out]);
      assert.equal(code, exitCodes.regression, stdout);
      const { models } = JSON.parse(await readFile(join(out, 'results.json'), 'utf8'));
      assert.deepEqual(
        models.map(({ name, verdict }: { name: string; verdict: string }) => [name, verdict === 'fail']),
        [
          ['v2-retrained', false],
          ['v2-shortcut', true],
        ],
      );
    } finally {
      await rm(out, { recursive: true });
    }
  });

  it('names the test command that CI runs', () => {
    const ci = readFileSync(join(root, '.ci/run'), 'utf8');
    const tests = shellCommands.filter(command => command.startsWith('npm'));
    assert.equal(tests.length, 1);
    assert.ok(ci.includes(`\n${tests[0]}\n`));
  });

  it('uses only options that its commands have', async () => {
    const used = shellCommands
      .filter(command => command.startsWith('node dist/cli.js'))
      .map(command => command.split(' ').slice(2));
    assert.ok(used.length >= 6);
    for (const [verb, ...options] of used) {
      const { stdout } = await camdrift([verb!, '--help']);
      for (const option of options.filter(each => each.startsWith('--')))
        assert.ok(stdout.includes(option), `${verb} ${option}`);
    }
  });

  it('lists every setting of the configuration, and no other', () => {
    const [, section] = /^## Configuration\n([\s\S]*?)^## /m.exec(readme)!;
    const listed = [...section!.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name!);
    const known = Object.keys(configSchema.shape);
    assert.deepEqual(listed.toSorted(), known.toSorted());
  });

  it('shows a configuration that is valid', () => {
    const [, yaml] = /```yaml\n(models:[\s\S]*?)```/.exec(readme)!;
    assert.equal(parseConfig(yaml!, 'README.md').models.length, 2);
  });

  it('names every method, every metric and every exit code, and no other', () => {
    const listed = (row: RegExp) => [...row.exec(readme)![1]!.matchAll(/`([\w+-]+)`/g)].map(([, name]) => name!);
    const named = (table: readonly { readonly name: string }[]) => table.map(({ name }) => name);
    assert.deepEqual(listed(/^\*\*Methods\*\*: (.*)\. All/m), named(methods));
    assert.deepEqual(listed(/^\| `thresholds` \|.*?: (.*?); and `divergence`/m), named(metrics));
    const [, exits] = /^\| exit code \|.*\n\| --- .*\n((?:\|.*\n)*)/m.exec(readme)!;
    const codes = [...exits!.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
    assert.deepEqual(
      codes,
      [...new Set(Object.values(exitCodes))].toSorted((a, b) => a - b),
    );
  });
});

describe('the documents', () => {
  it('name tests of every promise that exist', () => {
    const rows = readFileSync(join(root, 'docs/security.md'), 'utf8').match(/^\| (?!promise|---).*$/gm)!;
    assert.ok(rows.length >= 20);
    for (const row of rows) {
      const tests = [...row.matchAll(/`(test\/[\w./-]+\.test\.ts)`/g)].map(([, path]) => path!);
      assert.ok(tests.length > 0, row);
      for (const path of tests) assert.ok(existsSync(join(root, path)), path);
    }
  });

  it('link to files that exist', () => {
    const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md'];
    const links = documents.flatMap(document =>
      [...readFileSync(join(root, document), 'utf8').matchAll(/\]\(([^)#:]+)\)/g)].map(([, link]) => link!),
    );
    assert.ok(links.length >= 5);
    for (const link of links) assert.ok(existsSync(join(root, link)), link);
  });

  it('name files of the source that exist', () => {
    const text = ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/numerics.md']
      .map(name => readFileSync(join(root, name), 'utf8'))
      .join('\n');
    const named = [...text.matchAll(/`((?:src|scripts|test|fixtures|docs)\/[\w./-]+\.\w+)`/g)]
      .map(([, path]) => path!)
      .filter(path => !path.includes('NAME'));
    assert.ok(named.length >= 8);
    for (const path of named) assert.ok(existsSync(join(root, path)), path);
  });
});
