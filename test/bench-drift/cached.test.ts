import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { cached } from '../../scripts/bench-drift/cached.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { type Explainer, inProcess } from '../../src/explainer/explainer.ts';
import { presets } from '../../src/images/preprocess.ts';
import { stock } from '../../src/probes/stock.ts';
import { emptyWorkspace } from '../support/workspace.ts';

test('what was asked before is read back, and another model, edit or picture is asked anew', async t => {
  const workspace = await emptyWorkspace(t);
  const path = await workspace.model('tiny');
  const picture = await workspace.picture('a.png', [['red', 1, 1]]);
  const explainer = inProcess(await wasmEngine());
  let asked = 0;
  const counting: Explainer = {
    ...explainer,
    answers: request => {
      asked++;
      return explainer.answers(request);
    },
  };
  const remembering = cached(counting, workspace.path('remembered'));
  const request = {
    path,
    load: {},
    preprocess: presets.unit,
    fit: 'fill' as const,
    fixtures: [{ path: picture }],
    edits: stock(undefined).slice(0, 2),
    sample: false,
  };
  const first = await remembering.answers(request);
  assert.deepEqual(await remembering.answers(request), first);
  assert.deepEqual([asked, (await readdir(workspace.path('remembered'))).length], [1, 1]);
  await remembering.answers({ ...request, edits: stock(undefined).slice(0, 3) });
  await remembering.answers({ ...request, path: await workspace.model('other', { noise: 0.1 }) });
  await remembering.answers({ ...request, fixtures: [{ path: await workspace.picture('b.png', [['blue', 1, 1]]) }] });
  assert.equal(asked, 4);
});
