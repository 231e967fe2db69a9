import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withPolicyOf } from '../../src/changes/base-policy.ts';
import { rulesOf } from '../../src/changes/rules.ts';
import { isJudgedAlike, settingChanges } from '../../src/changes/settings.ts';
import { parseConfig } from '../../src/config/read.ts';
import type { RawConfig } from '../../src/config/schema.ts';
import { sha256 } from '../support/elsewhere.ts';

const config = (model: object, shared: object = {}): RawConfig =>
  parseConfig(
    JSON.stringify({ models: [{ name: 'shoes', ...model }], fixtures: ['*.png'], ...shared }),
    'camdrift.yml',
  );
const at = (path: string, text = path) => ({ path, sha256: sha256(text) });
const first = { ...at('https://a.test/1.onnx'), 'token-env': 'HF_TOKEN' };
const second = { ...at('https://a.test/2.onnx'), 'token-env': 'HF_TOKEN' };

describe('a configuration with a model at an address', () => {
  it('judges as before when only the address or a digest is another', () => {
    assert.ok(isJudgedAlike(config(first), config(second)));
    assert.ok(isJudgedAlike(config(first), config({ ...first, sha256: sha256('x') })));
    assert.ok(isJudgedAlike(config(first), config({ ...first, files: { 'a.bin': sha256('a') } })));
    assert.ok(isJudgedAlike(config({ path: 'models/a' }), config({ path: 'models/b' })));
  });

  it('does not, when anything else is, when nothing is, or when nobody knows what was', () => {
    assert.ok(!isJudgedAlike(config(first), config(first)));
    assert.ok(!isJudgedAlike(config(first), config({ ...second, 'token-env': 'CLOUD_KEY' })));
    assert.ok(!isJudgedAlike(config(first), config({ ...second, layer: 'conv1' })));
    assert.ok(!isJudgedAlike(config(first), config(second, { thresholds: { overlap: 0.5 } })));
    assert.ok(!isJudgedAlike(config(first), config(second, { engine: 'wasm' })));
    assert.ok(!isJudgedAlike(config(first), config({ ...second, name: 'hats' })));
    assert.ok(!isJudgedAlike(undefined, config(second)));
  });

  it('keeps its address under the base branch’s rules, and is watched as those say', () => {
    const before = config({ ...first, watch: ['train.py'] });
    const judged = withPolicyOf(before, config({ ...second, files: { 'b.bin': sha256('b') }, layer: 'conv1' }));
    const [model] = judged.models;
    assert.deepEqual(
      [model!.path, model!.sha256, model!.files, model!['token-env'], model!.watch, model!.layer],
      [second.path, second.sha256, { 'b.bin': sha256('b') }, 'HF_TOKEN', ['train.py'], 'conv1'],
    );
  });

  it('tells that it is watched no more, and nothing of addresses, among its settings', () => {
    const rows = settingChanges(config({ ...first, watch: ['train.py'] }), config(second));
    assert.deepEqual(
      rows.map(({ setting }) => setting),
      ['watch'],
    );
  });

  it('is watched at paths of the repository', () => {
    const { watch } = rulesOf(config({ ...first, watch: ['src/*.py', '!src/x.py'] }), 'shoes', path => `sub/${path}`);
    assert.deepEqual(watch, ['sub/src/*.py', '!sub/src/x.py']);
    assert.equal('watch' in rulesOf(config(first), 'shoes', path => path), false);
  });
});
