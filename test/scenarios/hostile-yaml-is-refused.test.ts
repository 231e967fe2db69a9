import { test } from 'node:test';
import { assertEnded, emptyWorkspace } from '../support/workspace.ts';

const letters = 'abcdefgh'.split('');
const laughs = letters.map((key, i) => {
  const items = Array.from({ length: 9 }, () => (i === 0 ? '"ha"' : `*${letters[i - 1]}`));
  return `${key}: &${key} [${items.join(', ')}]`;
});

const cases: Record<string, readonly [yaml: string, words: string]> = {
  'a missing bracket': ['fixtures: ["images/*"\nmodels:\n  - name: x\n', 'camdrift.yml:2:1 Flow sequence'],
  'a tab': ['models:\n\t- name: x\n', 'camdrift.yml:2:1 Tabs are not allowed as indentation.'],
  'a key that stands twice': ['layer: a\nlayer: b\nmodels: []\n', 'camdrift.yml:2:1 Map keys must be unique.'],
  'two documents': ['layer: a\n---\nlayer: b\n', 'camdrift.yml:2:1 Source contains multiple documents.'],
  'a billion laughs': [`${laughs.join('\n')}\nmodels: *h\n`, 'Excessive alias count'],
  'a list that contains itself': ['models: &a [*a]\n', 'models[0] expected object, got a value that contains itself.'],
  'an empty file': ['', 'the file expected object, got null.'],
  'a lone word': ['hello\n', 'the file expected object, got "hello".'],
  'keys of JavaScript objects': [
    '__proto__: {engine: wasm}\nconstructor: 1\nmodels: []\n',
    'camdrift.yml:1:1 __proto__ unknown key',
  ],
};

for (const [name, [yaml, words]] of Object.entries(cases)) {
  test(name, { timeout: 120_000 }, async t => {
    const workspace = await emptyWorkspace(t);
    await workspace.write('camdrift.yml', yaml);
    assertEnded(await workspace.run('audit'), { code: 3, err: [words] });
  });
}

test('a file of more than a million characters', async t => {
  const workspace = await emptyWorkspace(t);
  await workspace.write('camdrift.yml', `models: []\n${'#'.repeat(2 ** 20)}`);
  assertEnded(await workspace.run('audit'), { code: 3, err: ['is longer than 1048576 characters'] });
});
