import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { type Calibration, noCalibration } from '../../src/calibration/calibration.ts';
import { calibrationIn, mostCalibrationBytes, writeCalibration } from '../../src/calibration/file.ts';
import { CamdriftError } from '../../src/errors.ts';
import { emptyWorkspace } from '../support/workspace.ts';

const calibration: Calibration = {
  version: 1,
  models: [
    {
      name: 'models/v2',
      digest: 'a'.repeat(64),
      lineage: 'retrained',
      against: 'b'.repeat(64),
      settings: 'c'.repeat(64),
      // A number that no short decimal stands for must come back bit by bit: scores are compared for equality.
      signals: { 'attention-shift': 0.1 + 0.2, divergence: 1 / 3 },
    },
  ],
};

test('no file and no folder is an empty calibration', async t => {
  const workspace = await emptyWorkspace(t);
  assert.deepEqual(await calibrationIn(workspace.path('none')).read(), { calibration: noCalibration });
  await workspace.write('a-file', 'x');
  assert.deepEqual(await calibrationIn(workspace.path('a-file')).read(), { calibration: noCalibration });
});

test('what is written is read back to the last bit, and nothing else is left in the folder', async t => {
  const workspace = await emptyWorkspace(t);
  const source = calibrationIn(workspace.path('stored'));
  await writeCalibration(source.path, calibration);
  assert.deepEqual(await source.read(), { calibration });
  const text = await workspace.read('stored/calibration.json');
  await writeCalibration(source.path, calibration);
  assert.equal(await workspace.read('stored/calibration.json'), text);
  assert.deepEqual(await readdir(workspace.path('stored')), ['calibration.json']);
});

for (const [title, text] of [
  ['no JSON', '{'],
  ['nothing', ''],
  ['of another version', JSON.stringify({ ...calibration, version: 2 })],
  ['of other content', '{"version":1,"models":[{"name":"x"}]}'],
  ['too large', `{"version":1,"models":[]}${' '.repeat(mostCalibrationBytes)}`],
] as const)
  test(`a file that is ${title} is damaged, and the remedy says what to do`, async t => {
    const workspace = await emptyWorkspace(t);
    await workspace.write('stored/calibration.json', text);
    await assert.rejects(calibrationIn(workspace.path('stored')).read(), (error: unknown) => {
      assert.ok(error instanceof CamdriftError);
      assert.equal(error.code, 'baseline-unavailable');
      assert.match(error.message, /stored\/calibration\.json (is|cannot be read: it has 41943)/);
      assert.match(error.remedy, /camdrift calibrate --fresh/);
      return true;
    });
  });

test('a folder in its place cannot be read', async t => {
  const workspace = await emptyWorkspace(t);
  await workspace.write('stored/calibration.json/x', '');
  await assert.rejects(calibrationIn(workspace.path('stored')).read(), /cannot be read/);
});
