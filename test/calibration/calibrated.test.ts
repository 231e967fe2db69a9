import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calibrated } from '../../src/calibration/calibrated.ts';
import { type Accepted, type Calibration, noCalibration, withAccepted } from '../../src/calibration/calibration.ts';
import { parseCalibration } from '../../src/calibration/file.ts';
import { settingsDigest } from '../../src/calibration/measured.ts';
import { standing } from '../../src/calibration/merged-versions.ts';
import type { CamdriftError } from '../../src/errors.ts';
import type { ComparedModel } from '../../src/results/model.ts';
import type { Policy } from '../../src/results/policy.ts';
import { fixture, model } from '../support/results.ts';

const policy: Policy = {
  ...{ method: 'grad-cam', thresholds: { 'attention-shift': 0.1 }, limits: 'uncalibrated', lineage: 'retrained' },
  ...{ probes: { mark: 0.06 }, scaledProbes: ['mark'] },
};
const edit = 'e'.repeat(64);
const made = model([fixture('a.png', 0.1)]) as ComparedModel;
const audited = { ...made, candidate: { ...made.candidate, probes: [{ name: 'mark', digest: edit }] } };
const settings = { layer: 'auto', methods: ['grad-cam'], falseAlarms: 0.2 };

/** An accepted model that drifts so far in parts of the limit, and tells of the probe or not. */
const accepted = (digit: string, score: number, tells = true, more: Partial<Accepted> = {}): Accepted =>
  ({
    ...{ name: digit, digest: digit.repeat(64), lineage: 'retrained', against: audited.baseline.model.digest },
    ...{ settings: settingsDigest(settings, audited), signals: { 'attention-shift': score / 10 } },
    ...(tells && { probes: { mark: { digest: edit, added: 0.03, before: { moved: 0, changed: 0 }, pulled: 0.1 } } }),
    ...more,
  }) as Accepted;
const among = (models: readonly Accepted[], given: Partial<Policy> = {}, subject: object = audited) => {
  const found = calibrated(
    { ...policy, ...given },
    { version: 1, models: [...models] },
    settings,
    subject as ComparedModel,
  );
  const { calibration } = found.policy;
  return { calibration, notes: found.notes.map(each => [each.code, 'models' in each ? each.models : 0]) };
};
const [one, two, three, four] = ['1', '2', '3', '4'].map((digit, at) => accepted(digit, at + 1)) as [
  Accepted,
  Accepted,
  Accepted,
  Accepted,
];

test('without accepted models, a lineage or a comparison the policy stays as it is, and nothing is said', () => {
  const nothing = { calibration: undefined, notes: [] };
  assert.deepEqual(among([]), nothing);
  assert.deepEqual(among([one], { lineage: undefined }), nothing);
  assert.deepEqual(among([one], {}, { ...audited, baseline: undefined }), nothing);
  assert.deepEqual(among([one], {}, { ...audited, candidate: undefined }), nothing);
  assert.deepEqual(among([one], { lineage: 'converted' }), nothing, 'of another lineage there is none');
});

test('accepted models of other settings count for nothing, and are told', () => {
  const other = accepted('9', 1, true, { settings: 'f'.repeat(64) });
  assert.deepEqual(among([other, other]), { calibration: undefined, notes: [['calibration-stale', 2]] });
  const both = among([other, one]);
  assert.deepEqual([both.calibration?.scores.length, both.notes], [1, [['calibration-stale', 1]]]);
});

test('with a rate of one in five four models are enough, and then the score has the probes in it', () => {
  const whole = among([one, two, three, four]);
  assert.deepEqual([whole.calibration?.whole, whole.notes], [true, []]);
  assert.deepEqual(whole.calibration?.rate, 0.2);
  const three1 = among([one, two, three]);
  assert.deepEqual([three1.calibration?.whole, three1.calibration?.scores.length], [undefined, 3]);
  assert.deepEqual(three1.notes, [], 'all of them tell, and they are too few');
});

test('models that tell nothing of the probes judge drift, and how many they are is told', () => {
  const silent = ['5', '6', '7', '8'].map(digit => accepted(digit, 1, false));
  const found = among([...silent, one]);
  assert.deepEqual([found.calibration?.whole, found.calibration?.scores.length], [undefined, 5]);
  assert.deepEqual(found.notes, [['calibration-without-probes', 4]]);
  assert.equal(found.calibration?.probes?.mark?.length, 1, 'what one tells is known all the same');
  assert.equal(among(silent).calibration?.probes, undefined);
  const ruled = among(silent, { scaledProbes: [] });
  assert.deepEqual([ruled.notes, ruled.calibration?.whole], [[], undefined], 'a limit of the team needs none of them');
});

test('a calibration that is not there is empty; one that is damaged is told by its place', () => {
  assert.equal(parseCalibration(undefined, 'c.json'), noCalibration);
  for (const text of ['', '{}', '{"version":2,"models":[]}'])
    assert.throws(
      () => parseCalibration(text, 'c.json'),
      (error: CamdriftError) =>
        error.code === 'baseline-unavailable' &&
        error.message.startsWith('c.json is not a calibration') &&
        /--fresh/.test(error.remedy),
    );
});

test('accepted models are kept in an order that no run changes, and new ones take the place of their bytes', () => {
  const before: Calibration = { version: 1, models: [two, one] };
  const again = { ...two, name: '0' };
  assert.deepEqual(
    withAccepted(before, [again, three]).models.map(({ name }) => name),
    ['0', '1', '3'],
  );
  assert.deepEqual(withAccepted(before, []).models, withAccepted({ version: 1, models: [one, two] }, []).models);
});

test('a version between two of the same bytes was taken back, unless it was merged again', () => {
  const history = (digests: string) => {
    const found = standing([...digests].map((digest, at) => ({ commit: `${at}`, digest })));
    return [found.versions, found.takenBack].map(all => all.map(({ digest }) => digest).join('')).join(' ');
  };
  assert.equal(history('abc'), 'abc ');
  assert.equal(history('aba'), 'a b');
  assert.equal(history('abcad'), 'ad bc');
  assert.equal(history('baba'), 'ba ', 'merged again');
  assert.equal(history('aab'), 'ab ');
  assert.equal(history(''), ' ');
});
