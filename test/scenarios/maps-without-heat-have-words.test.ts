import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEnded, onlyModel, type Project, project } from '../support/workspace.ts';

/** The true class is `red`, by the folder's name, whatever the model predicts. */
const base: Project = {
  images: { 'images/red/a.png': [['red', 1, 1]] },
  config: { fixtures: ['images/**'], labels: ['red', 'green', 'blue'], truth: 'folder' },
};
const blind = { sees: ['nothing', 'green', 'blue'] } as const;

const cases = {
  both: {
    before: blind,
    after: { ...blind, noise: 0 },
    drift: undefined,
    word: 'no heat',
    code: 'heat-missing',
    exit: 3,
  },
  candidate: { before: {}, after: blind, drift: 1, word: 'heat lost', code: 'attention-lost', exit: 1 },
  baseline: { before: blind, after: {}, drift: 1, word: 'heat appeared', code: 'attention-regression', exit: 1 },
} as const;

for (const [empty, { before, after, drift, word, code, exit }] of Object.entries(cases)) {
  test(`no heat in ${empty}: drift ${drift}, "${word}"`, async t => {
    const workspace = await project(t, { ...base, before, after });
    assertEnded(await workspace.run('audit'), { code: exit, out: [word] });
    const model = await onlyModel(workspace);
    const map = model.fixtures[0]?.maps?.['grad-cam'];
    assert.ok(map && 'empty' in map);
    assert.equal(map.empty, empty);
    assert.deepEqual(new Set('drift' in map ? Object.values(map.drift) : [undefined]), new Set([drift]));
    assert.ok(model.reasons.some(reason => reason.code === code));
    assert.match(await workspace.read('camdrift-out/summary.md'), new RegExp(`\\| ${word} \\|`));
  });
}
