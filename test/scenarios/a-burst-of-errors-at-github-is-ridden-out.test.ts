import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GitHub } from '../support/github/index.ts';
import { modelFiles, projectFiles, type SceneResult, scene, shortcut } from '../support/scene.ts';

const opened = async (t: Parameters<typeof scene>[0]) =>
  scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut) });

function assertUnharmed({ code, annotations, stdout, outputs }: SceneResult, bodies: readonly string[]): void {
  assert.equal(code, 1, stdout);
  assert.deepEqual(
    annotations.filter(({ level, file }) => level === 'warning' && !file),
    [],
    stdout,
  );
  assert.equal(outputs.verdict, 'fail');
  assert.equal(bodies.length, 1);
  assert.equal(bodies[0]!.match(/<img /g)?.length, 3);
}

const reads = [
  { path: /\/pulls\/\d+$/ },
  { path: /\/compare\// },
  { path: /\/git\/trees\// },
  { path: /\/git\/blobs\// },
];
const asking = [{ asking: /CamdriftConversation/ }, { method: 'GET', path: /\/comments/ }, { path: /\/git\/ref\// }];
const writes = [
  { method: 'POST', path: /\/git\/trees$/ },
  { method: 'POST', path: /\/git\/commits$/ },
  { method: 'POST', path: /\/git\/refs$/ },
  { asking: /CamdriftPictures/ },
  { method: 'POST', path: /\/comments$/ },
];

test('three 502 in a row on every read', async t => {
  const { github, run, comments } = await opened(t);
  for (const [index, where] of [...reads, ...asking].entries())
    github.fail({ ...where, times: 3, status: [500, 502, 503, 504][index % 4]! });
  const result = await run();
  assertUnharmed(result, comments());
  assert.equal(github.exchanges.filter(({ status }) => status >= 500).length, 21);
});

test('three 502 in a row on every write', async t => {
  const { github, run, comments } = await opened(t);
  for (const where of writes) github.fail({ ...where, times: 3 });
  assertUnharmed(await run(), comments());
});

test('connections that break, before and after the work was done', async t => {
  const { github, run, comments } = await opened(t);
  for (const where of [...reads, ...asking]) github.fail({ ...where, times: 2, drop: true });
  for (const where of writes) github.fail({ ...where, times: 1, drop: true, late: true });
  assertUnharmed(await run(), comments());
  await assertOneStart(github);
});

/** What was done already when its answer got lost is not there twice in the end. */
async function assertOneStart(github: GitHub): Promise<void> {
  const starts = (await github.log('camdrift-assets')).filter(({ parents }) => parents.length === 0);
  assert.equal(starts.length, 1);
}
