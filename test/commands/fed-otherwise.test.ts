import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fedOtherwise } from '../../src/commands/_fed-otherwise.ts';
import type { ModelConfig } from '../../src/config/config.ts';
import { picturesMeant } from '../../src/config/pictures.ts';
import { presets } from '../../src/images/preprocess.ts';
import type { Snapshot } from '../../src/repository/snapshot.ts';

/** A commit that has that text at that path, and nothing else. */
const commit = (path: string, text: string): Snapshot => ({
  repository: undefined,
  commit: 'a'.repeat(40),
  locate: async at => (at === path ? { kind: 'away', path } : undefined),
  entry: async () => undefined,
  file: async () => assert.fail('not asked'),
  under: async () => [],
  links: async () => [],
  list: async () => undefined,
  read: async () => new TextEncoder().encode(text),
  place: at => at,
});

const model = (more: object = {}) =>
  ({ name: 'signs', load: {}, ...picturesMeant({ preprocess: 'tf' }), ...more }) as unknown as ModelConfig;
const written = (settings: string, name = 'signs') =>
  `fixtures: [images/*]\n${settings}models: [{name: ${name}, path: m.onnx}]\n`;
const asked = (text: string, of = model()) => fedOtherwise(commit('camdrift.yml', text), 'camdrift.yml', of);

test('a version that was fed as today is compared, in whatever words its configuration says so', async () => {
  assert.equal(await asked(written('preprocess: tf\n')), undefined);
  const { scale, mean, std } = presets.tf;
  assert.equal(await asked(written(`preprocess: ${JSON.stringify({ scale, mean, std })}\n`)), undefined);
});

test('one that was fed or read in another way is told', async () => {
  assert.match((await asked(written('preprocess: torch\n')))!, /^it was fed in another way/);
  assert.match((await asked(written('preprocess: tf\nfit: cover\n')))!, /^it was fed in another way/);
  assert.match((await asked(written('preprocess: tf\noutput: other\n')))!, /^another output of it was explained/);
  const said = model({ load: { output: 'other' } });
  assert.equal(await asked(written('preprocess: tf\noutput: other\n'), said), undefined);
});

test('without a configuration that says something of it, it is taken as the one of today', async () => {
  assert.equal(await asked(written('preprocess: torch\n', 'another')), undefined);
  assert.equal(await asked('models: [[['), undefined);
  assert.equal(await fedOtherwise(commit('else.yml', ''), 'camdrift.yml', model()), undefined);
  assert.equal(await fedOtherwise(commit('camdrift.yml', written('')), undefined, model()), undefined);
});
