import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Calibration, noCalibration } from '../../src/calibration/calibration.ts';
import type { CalibrationSource } from '../../src/calibration/file.ts';
import { CamdriftError } from '../../src/errors.ts';
import { believedCalibration } from '../../src/events/_base-calibration.ts';
import { sentenceOf } from '../../src/reports/reasons.ts';
import type { ChangedFiles } from '../../src/repository/changed-files.ts';
import type { Snapshot } from '../../src/repository/snapshot.ts';

const calibration = (shift: number): Calibration => ({
  version: 1,
  models: [
    {
      name: 'good',
      digest: 'a'.repeat(64),
      lineage: 'retrained',
      against: 'b'.repeat(64),
      settings: 'c'.repeat(64),
      signals: { 'attention-shift': shift },
    },
  ],
});
const own: CalibrationSource = {
  path: '/w/stored/calibration.json',
  read: async () => ({ calibration: calibration(0.9) }),
};
const project = { inRepository: (path: string) => path.slice('/w/'.length) };
const changed = (path: string, more: Partial<ChangedFiles> = {}): ChangedFiles => ({
  files: [{ path, status: 'modified' }],
  complete: true,
  ...more,
});
const edited = changed('stored/calibration.json');

/** The base branch with that text at the calibration's path. */
const before = (text: string | undefined): Snapshot =>
  ({
    locate: async (path: string) => {
      assert.equal(path, 'stored/calibration.json');
      return text === undefined ? undefined : { kind: 'file', sha: 'x', size: text.length };
    },
    read: async () => new TextEncoder().encode(text),
    place: (path: string) => path,
  }) as unknown as Snapshot;

const read = (files: ChangedFiles, snapshot: Snapshot | undefined, here = own) =>
  believedCalibration(here, project, files, snapshot).read();

test('a calibration that the change leaves alone is the one that is checked out', async () => {
  assert.equal(believedCalibration(own, project, changed('stored/manifest.json'), undefined), own);
});

test('one that it edits, or moves into place, is the base branch’s', async () => {
  const base = before(JSON.stringify(calibration(0.1)));
  const moved: ChangedFiles = {
    files: [{ path: 'stored/calibration.json', status: 'renamed', previous: 'other.json' }],
    complete: true,
  };
  for (const files of [edited, moved]) {
    const found = await read(files, base);
    assert.deepEqual(found.calibration, calibration(0.1));
    assert.deepEqual(
      found.notes?.map(({ level, code }) => [level, code]),
      [['warn', 'calibration-edited']],
    );
  }
});

test('a calibration that is new, or whose earlier version cannot be had, judges nobody', async () => {
  const unread = { ...before(''), read: () => Promise.reject(new CamdriftError('baseline-unavailable', 'No.')) };
  const none = await read(edited, before(undefined));
  assert.deepEqual(none.calibration, noCalibration);
  for (const snapshot of [undefined, unread, before('{')]) {
    const found = await read(edited, snapshot);
    assert.deepEqual(found.calibration, noCalibration);
    assert.match(sentenceOf(found.notes![0]!), /cannot be read, so none is used/);
  }
});

test('where the list of changed files ends early, an equal calibration is no edit', async () => {
  const early = changed('a', { complete: false });
  const same = await read(early, before(JSON.stringify(calibration(0.9), undefined, 3)));
  assert.deepEqual(same, { calibration: calibration(0.9) });
  const other = await read(early, before(JSON.stringify(calibration(0.1))));
  assert.equal(other.notes?.length, 1);
});

test('a damaged calibration of the change does not matter where it is not believed', async () => {
  const damaged = { ...own, read: () => Promise.reject(new CamdriftError('baseline-unavailable', 'Damaged.')) };
  const found = await read(edited, before(JSON.stringify(calibration(0.1))), damaged);
  assert.deepEqual(found.calibration, calibration(0.1));
});
