import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModelConfig } from '../../src/config/config.ts';
import type { RawConfig } from '../../src/config/schema.ts';
import type { Comparison } from '../../src/events/_comparison.ts';
import { withFixtureChanges } from '../../src/events/_fixtures.ts';
import type { Project } from '../../src/events/_project.ts';

const raw: RawConfig = { models: [{ name: 'm', path: 'm' }], fixtures: ['images/*'] };
const project = {
  raw,
  root: '/w',
  configuration: 'ci/camdrift.yml',
  out: '/w/ci/out',
  inRepository: (path: string) => path.slice('/w/'.length),
  written: (path: string) => `ci/${path}`,
} as Project;
const config = (...names: string[]) =>
  ({
    name: 'm',
    fixtures: names.map(name => ({ name, path: `/w/ci/${name}`, label: undefined, tags: [], regions: [] })),
  }) as unknown as ModelConfig;

function comparison(was: Readonly<Record<string, string>>, is: Readonly<Record<string, string>>, complete = true) {
  const listed = (files: Readonly<Record<string, string>>) => ({
    list: async () => ({
      complete,
      entries: new Map(Object.entries(files).map(([path, sha]) => [path, { kind: 'file', sha, size: 1 }])),
    }),
  });
  return { sides: { before: listed(was), candidate: listed(is) } } as unknown as Comparison;
}
const was = { 'ci/images/a.png': '1', 'ci/images/b.png': '2', 'ci/other/x.png': '9' };
const is = { 'ci/images/a.png': '3', 'ci/images/c.png': '4' };

test('added, edited and gone are told by the paths that reports show', async () => {
  const given = config('images/a.png', 'images/c.png', 'images/not-in-git.png');
  const { fixtures, gone } = await withFixtureChanges(given, project, comparison(was, is), raw);
  assert.deepEqual(
    fixtures.map(({ touched }) => touched),
    ['edited', 'added', undefined],
  );
  assert.deepEqual(gone, ['images/b.png']);
});

test('nothing is said where the base does not tell', async () => {
  const given = config('images/a.png');
  const without = { sides: undefined } as unknown as Comparison;
  const renamed: RawConfig = { models: [{ name: 'other', path: 'other' }], fixtures: ['images/*'] };
  for (const [found, before] of [
    [without, raw],
    [comparison(was, is), undefined],
    [comparison(was, is), renamed],
    [comparison(was, is, false), raw],
    [comparison({ 'ci/other/x.png': '9' }, is), raw],
  ] as const)
    assert.equal(await withFixtureChanges(given, project, found, before), given);
});

test('a model that got another name and kept its place keeps its fixtures', async () => {
  const before: RawConfig = { models: [{ name: 'old', path: 'm' }], fixtures: ['images/*'] };
  const { fixtures } = await withFixtureChanges(config('images/c.png'), project, comparison(was, is), before);
  assert.equal(fixtures[0]?.touched, 'added');
});
