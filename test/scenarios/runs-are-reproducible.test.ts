import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whyNoEngine } from '../support/engines.ts';
import { project, type Workspace } from '../support/workspace.ts';

const names = Array.from({ length: 10 }, (_, index) => index);
const images = Object.fromEntries(
  names.map(index => [
    `images/${index}.png`,
    [
      ['red', index % 4, (index >> 2) % 4],
      ['blue', 3, index % 3],
    ] as const,
  ]),
);

const models = { before: { stride: 2 }, after: { stride: 2, noise: 0.01 } };

/** results.json without the one part that may differ. */
async function audited(workspace: Workspace, ...args: string[]): Promise<string> {
  const run = await workspace.run('audit', '--method', 'grad-cam,grad-cam++,eigen-cam', ...args);
  assert.ok(run.code === 0 || run.code === 1, run.stderr);
  const text = await workspace.read('camdrift-out/results.json');
  return text.replace(/"times": \{[^}]*\}/, '"times": {}');
}

async function assertSame(workspace: Workspace, variants: readonly (readonly string[])[]): Promise<void> {
  const [first = [], ...others] = variants;
  const reference = await audited(workspace, ...first);
  const digests = await workspace.digests('camdrift-out/tiny');
  for (const args of others) {
    assert.equal(await audited(workspace, ...args), reference, args.join(' '));
    assert.deepEqual(await workspace.digests('camdrift-out/tiny'), digests, args.join(' '));
  }
}

test('wasm: whatever the batch size and the number of threads', async t => {
  const workspace = await project(t, { images, ...models });
  await assertSame(workspace, [
    ['--batch', '3', '--jobs', '1'],
    ['--batch', '3', '--jobs', '1'],
    ['--batch', '1', '--jobs', '2'],
    ['--batch', '16', '--jobs', '3'],
  ]);
});

for (const engine of ['native', 'onnxruntime'] as const) {
  test(`${engine}: whatever the batch size`, { skip: await whyNoEngine(engine) }, async t => {
    const workspace = await project(t, { images, ...models });
    await assertSame(workspace, [
      ['--engine', engine, '--batch', '4'],
      ['--engine', engine, '--batch', '1'],
      ['--engine', engine, '--batch', '4'],
    ]);
  });
}
