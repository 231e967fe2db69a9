import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submoduleRepository } from '../../src/repository/_submodules.ts';
import { repositoryAt } from '../support/tiny-server.ts';

const ours = { ...repositoryAt('https://api.github.com'), serverUrl: 'https://github.com' };
const modules = (url: string, path = 'models') =>
  `[core]\n\tx = 1\n[submodule "m"]\n\tpath = ${path}\n\turl = ${url}\n`;

for (const [url, name] of [
  ['../weights.git', 'weights'],
  ['../weights', 'weights'],
  ['../../anna/weights', 'weights'],
  ['https://github.com/anna/weights.git', 'weights'],
  ['https://GitHub.com/Anna/weights/', 'weights'],
  ['git@github.com:anna/weights.git', 'weights'],
  ['ssh://git@github.com/anna/weights', 'weights'],
  ['"../weights.git"', 'weights'],
  ['https://github.com/stranger/weights.git', undefined],
  ['../../stranger/weights', undefined],
  ['https://elsewhere.example/anna/weights', undefined],
  ['git@elsewhere.example:anna/weights.git', undefined],
  ['../../../weights', undefined],
  ['https://github.com/anna/weights/../../stranger/x', undefined],
  ['https://github.com/anna', undefined],
  ['file:///anna/weights', undefined],
  ['weights', undefined],
] as const)
  test(`a submodule from ${url}: ${name ?? 'not read'}`, () => {
    assert.equal(submoduleRepository(modules(url), 'models', ours)?.name, name);
  });

test('only the section of that path counts', () => {
  assert.equal(submoduleRepository(modules('../weights', 'other'), 'models', ours), undefined);
  const both = `${modules('../a', 'other')}${modules('../b').replaceAll('\n', '\r\n')}`;
  assert.equal(submoduleRepository(both, 'models', ours)?.name, 'b');
  assert.equal(submoduleRepository('path = models\nurl = ../x\n', 'models', ours), undefined);
});
