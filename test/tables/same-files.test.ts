import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { differences } from '../../scripts/tables/same-files.ts';

function folder(t: TestContext, files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'camdrift-same-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const results = (seconds: number, drift: number) =>
  JSON.stringify({ drift, times: { started: `at ${seconds}`, seconds } }, undefined, 2);

const report = (started: string, verdict = 'pass') =>
  `<script>{"verdict":"${verdict}","started":"${started}"}</script>`;

test('files are the same where all but the times of results.json and report.html is, and a missing one is not', t => {
  const whole = folder(t, { 'results.json': results(2, 0.5), 'model/a.webp': 'a', 'report.html': report('at 2') });
  const joined = { 'results.json': results(3, 0.5), 'model/a.webp': 'a', 'report.html': report('at 3') };
  assert.deepEqual(differences(whole, folder(t, joined)), { files: 3, differ: [] });
  for (const [change, name] of [
    [{ 'results.json': results(3, 0.6) }, 'results.json'],
    [{ 'model/a.webp': 'b' }, 'model/a.webp'],
    [{ 'model/more.webp': 'a' }, 'model/more.webp'],
    [{ 'report.html': report('at 2', 'warn') }, 'report.html'],
  ] as const)
    assert.deepEqual(differences(whole, folder(t, { ...joined, ...change })).differ, [name]);
  const { 'report.html': _, ...fewer } = joined;
  assert.deepEqual(differences(whole, folder(t, fewer)).differ, ['report.html']);
  assert.throws(() => differences(folder(t, {}), folder(t, {})), /nothing/);
});
