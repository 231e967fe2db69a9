import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { withoutSwaps } from '../../scripts/bench-drift/audit.ts';
import { cached } from '../../scripts/bench-drift/cached.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { type Explainer, inProcess } from '../../src/explainer/explainer.ts';
import { presets } from '../../src/images/preprocess.ts';
import { stock } from '../../src/probes/stock.ts';
import { emptyWorkspace } from '../support/workspace.ts';

async function remembering(t: TestContext) {
  const workspace = await emptyWorkspace(t);
  const path = await workspace.model('tiny');
  const pictures = [
    await workspace.picture('a.png', [['red', 1, 1]]),
    await workspace.picture('b.png', [['blue', 1, 1]]),
  ];
  const explainer = inProcess(await wasmEngine());
  const asked: string[] = [];
  const counting: Explainer = {
    ...explainer,
    answers: request => {
      asked.push(`${request.fixtures.length} x ${request.edits.length}`);
      return explainer.answers(request);
    },
    maps: (request, tasksFor, progress) =>
      explainer.maps(
        request,
        async facts => {
          const tasks = await tasksFor(facts);
          asked.push(`${tasks.length} maps`);
          return tasks;
        },
        progress,
      ),
  };
  return { workspace, path, pictures, explainer, asked, found: cached(counting, workspace.path('remembered')) };
}

const settings = { load: {}, preprocess: presets.unit, fit: 'fill' as const };

test('of answers what was asked before is read back, and another model, edit or picture alone is asked anew', async t => {
  const { workspace, path, pictures, explainer, asked, found } = await remembering(t);
  const [a, b] = pictures.map(each => ({ path: each }));
  const request = { ...settings, path, fixtures: [a!], edits: stock(undefined).slice(0, 2), sample: false };
  const first = await found.answers(request);
  assert.deepEqual(first, await explainer.answers(request));
  assert.deepEqual(await found.answers(request), first);
  const fewer = await found.answers({ ...request, edits: stock(undefined).slice(1, 2) });
  assert.deepEqual(fewer.edited, [first.edited[1]]);
  assert.deepEqual(asked, ['1 x 2']);
  const more = { ...request, edits: stock(undefined).slice(0, 3) };
  assert.deepEqual(await found.answers(more), await explainer.answers(more));
  assert.deepEqual(asked, ['1 x 2', '1 x 1']);
  await found.answers({ ...request, path: await workspace.model('other', { noise: 0.1 }) });
  await found.answers({ ...request, fixtures: [b!] });
  assert.deepEqual(asked.slice(2), ['1 x 2', '1 x 2']);
});

test('the same picture elsewhere is the same picture', async t => {
  const { workspace, path, asked, found } = await remembering(t);
  const request = { ...settings, path, edits: stock(undefined).slice(0, 1), sample: true };
  await found.answers({ ...request, fixtures: [{ path: await workspace.picture('c.png', [['red', 2, 1]]) }] });
  const before = asked.length;
  await found.answers({ ...request, fixtures: [{ path: await workspace.picture('moved/d.png', [['red', 2, 1]]) }] });
  assert.equal(asked.length, before);
});

test('of maps only those pictures are explained that were not', async t => {
  const { path, pictures, explainer, asked, found } = await remembering(t);
  const request = { ...settings, path, layer: 'auto', methods: ['grad-cam'], score: 'logit' as const };
  const tasks = pictures.map(each => ({ path: each, class: 'predicted' as const }));
  const alone = await found.maps(request, () => tasks.slice(1));
  assert.deepEqual(asked, ['0 maps', '1 maps']);
  const both = await found.maps(request, () => tasks);
  assert.deepEqual(asked, ['0 maps', '1 maps', '1 maps']);
  const plain = await explainer.maps(request, () => tasks);
  assert.deepEqual({ ...both, outcomes: [...both.outcomes] }, { ...plain, outcomes: [...plain.outcomes] });
  assert.deepEqual(both.outcomes.at(1), alone.outcomes.at(0));
});

test('without swapped surroundings nothing is answered to such an edit, and all else as before', async t => {
  const { path, pictures, explainer } = await remembering(t);
  const [a, b] = pictures.map(each => ({ path: each }));
  const edits = stock(undefined).filter(({ kind }) => kind === 'swap' || kind === 'blur');
  const request = { ...settings, path, fixtures: [{ ...a!, donor: b! }], edits, sample: false };
  const [all, plain] = [await explainer.answers(request), await withoutSwaps(explainer).answers(request)];
  const swap = edits.findIndex(({ kind }) => kind === 'swap');
  assert.ok(all.edited[swap]![0]);
  assert.deepEqual(plain, { ...all, edited: all.edited.map((row, at) => (at === swap ? [undefined] : row)) });
});
