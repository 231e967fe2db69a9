import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type Accepted,
  type Asking,
  type Calibration,
  calibrationSchema,
  noCalibration,
  type Pool,
  poolFor,
  scoreOf,
  withAccepted,
} from '../../src/calibration/calibration.ts';

const hash = (digit: string) => digit.repeat(64);
const accepted = (name: string, shift: number, more: Partial<Accepted> = {}): Accepted => ({
  name,
  digest: hash(name),
  lineage: 'retrained',
  against: hash('b'),
  settings: hash('5'),
  signals: { 'attention-shift': shift, overlap: 0.5, divergence: 0.01 },
  ...more,
});
const calibration = (...models: Accepted[]): Calibration => calibrationSchema.parse({ version: 1, models });
const asking: Asking = {
  lineage: 'retrained',
  limits: { thresholds: { 'attention-shift': 0.1 }, divergence: 0.1 },
  settings: hash('5'),
  against: hash('b'),
  digest: hash('c'),
};

const counts = ({ scores, otherBaselines, otherSettings }: Pool) => ({ scores, otherBaselines, otherSettings });

test('a score is the largest ratio of a judged signal to its limit', () => {
  const signals = { 'attention-shift': 0.05, overlap: 0.9, divergence: 0.02 };
  assert.equal(scoreOf(signals, { thresholds: { 'attention-shift': 0.1 }, divergence: 0.1 }), 0.5);
  assert.equal(scoreOf(signals, { thresholds: { 'attention-shift': 0.1 }, divergence: 0.01 }), 2);
  assert.equal(scoreOf(signals, { thresholds: { 'attention-shift': 0 } }), Number.MAX_VALUE);
  assert.equal(scoreOf({ overlap: 0 }, { thresholds: { overlap: 0 } }), 0);
});

test('there is no score without every judged signal, nor when nothing is judged', () => {
  assert.equal(scoreOf({ overlap: 0.9 }, { thresholds: { 'attention-shift': 0.1 } }), undefined);
  assert.equal(scoreOf({ overlap: 0.9 }, { thresholds: { overlap: 0.1 }, divergence: 0.1 }), undefined);
  assert.equal(scoreOf({ overlap: 0.9 }, { thresholds: {} }), undefined);
  assert.equal(scoreOf({}, { thresholds: { toString: 0.1 } }), undefined);
});

test('scores come in rising order and follow the limits of the day', () => {
  const pool = calibration(accepted('2', 0.2), accepted('1', 0.1));
  assert.deepEqual(poolFor(pool, asking).scores, [1, 2]);
  const wider = { ...asking, limits: { thresholds: { 'attention-shift': 0.2 }, divergence: 0.1 } };
  assert.deepEqual(poolFor(pool, wider).scores, [0.5, 1]);
});

test('a calibration of one lineage says nothing about another', () => {
  const pool = calibration(accepted('1', 0.1, { lineage: 'fine-tuned' }), accepted('2', 0.2));
  assert.deepEqual(counts(poolFor(pool, asking)), { scores: [2], otherBaselines: 0, otherSettings: 0 });
  assert.deepEqual(poolFor(pool, { ...asking, lineage: 'fine-tuned' }).scores, [1]);
  assert.deepEqual(poolFor(pool, { ...asking, lineage: 'converted' }).scores, []);
});

test('other settings do not count and are told; other baselines count and are told', () => {
  const pool = calibration(
    accepted('1', 0.1, { settings: hash('6') }),
    accepted('2', 0.2, { against: hash('d') }),
    accepted('3', 0.4),
  );
  assert.deepEqual(counts(poolFor(pool, asking)), { scores: [2, 4], otherBaselines: 1, otherSettings: 1 });
});

test('a model without a signal that is judged by now counts as one of other settings', () => {
  const pool = calibration(accepted('1', 0.1, { signals: { overlap: 0.1 } }), accepted('2', 0.2));
  assert.deepEqual(counts(poolFor(pool, asking)), { scores: [2], otherBaselines: 0, otherSettings: 1 });
});

test('an accepted model that is audited again is not compared with itself', () => {
  const pool = calibration(accepted('1', 0.1), accepted('2', 0.2));
  assert.deepEqual(poolFor(pool, { ...asking, digest: hash('2') }).scores, [1]);
});

test('the same files replace what is stored, whatever they are called, and the order is always the same', () => {
  const before = calibration(accepted('2', 0.2), accepted('1', 0.1));
  const again = accepted('9', 0.4, { digest: hash('2'), lineage: 'fine-tuned' });
  const after = withAccepted(before, [accepted('3', 0.3), again]);
  assert.deepEqual(
    after.models.map(({ name }) => name),
    ['9', '1', '3'],
  );
  assert.deepEqual(withAccepted(withAccepted(noCalibration, [again]), [accepted('3', 0.3), accepted('1', 0.1)]), after);
  assert.deepEqual(calibrationSchema.parse(JSON.parse(JSON.stringify(after))), after);
});

test('the schema refuses what no audit measures, and more models than anybody accepts', () => {
  const refused = (models: unknown[]) => !calibrationSchema.safeParse({ version: 1, models }).success;
  const sound = accepted('1', 0.1);
  assert.equal(refused([sound]), false);
  assert.ok(refused([{ ...sound, signals: { 'attention-shift': 1.1 } }]));
  assert.ok(refused([{ ...sound, signals: { 'attention-shift': Number.NaN } }]));
  assert.ok(refused([{ ...sound, lineage: 'cousin' }]));
  assert.ok(refused([{ ...sound, digest: 'abc' }]));
  assert.ok(refused([{ ...sound, extra: 1 }]));
  assert.ok(refused(Array.from({ length: 10_001 }, () => sound)));
});

describe('what edits do to accepted models', () => {
  const edit = (added: number, more: object = {}) => ({
    ...{ digest: hash('e'), added, changed: 0.5, pulled: 0.25, before: { moved: 0.1, changed: 0 } },
    ...more,
  });
  const withEdits = (name: string, shift: number, probes: Record<string, ReturnType<typeof edit>>) =>
    accepted(name, shift, { probes });
  const probes = { mark: { limit: 0.06, digest: hash('e') } };

  test('those that tell of every probe have a score of the whole', () => {
    const pool = poolFor(
      calibration(
        withEdits('1', 0.05, { mark: edit(0.12) }),
        withEdits('2', 0.3, { mark: edit(0.03) }),
        accepted('3', 0.9),
        withEdits('4', 0.2, { mark: edit(0.5, { digest: hash('f') }) }),
      ),
      { ...asking, probes },
    );
    assert.deepEqual(pool.whole, { scores: [2, 3].map(score => (score === 3 ? 0.3 / 0.1 : score)), otherBaselines: 0 });
    assert.deepEqual(pool.scores.length, 4, 'drift is told by all');
    assert.deepEqual(
      pool.probes.mark!.map(({ ratio, pulled }) => [Number(ratio.toFixed(9)), pulled]),
      [
        [2, 0.25],
        [0.5, 0.25],
      ],
    );
  });

  test('each is measured by its own baseline, and those against another one are counted', () => {
    const thrown = edit(0.3, { before: { moved: 0.5, changed: 0.25 } });
    const pool = poolFor(
      calibration(
        { ...withEdits('1', 0.05, { mark: thrown }), against: hash('d') },
        withEdits('2', 0.05, { mark: edit(0.03) }),
      ),
      { ...asking, probes },
    );
    assert.deepEqual(
      pool.probes.mark!.map(({ ratio }) => Number(ratio.toFixed(9))),
      [Number((0.3 / (0.4 * 0.5) / 2.5).toFixed(9)), 0.5],
    );
    assert.equal(pool.whole.otherBaselines, 1);
  });

  test('without a probe that is asked about, the whole is drift', () => {
    const pool = poolFor(calibration(withEdits('1', 0.05, { mark: edit(0.5) })), asking);
    assert.deepEqual([pool.scores, pool.whole.scores, pool.probes], [[0.5], [0.5], {}]);
  });

  test('a name that every object has is no probe of it', () => {
    const pool = poolFor(calibration(withEdits('1', 0.05, {})), {
      ...asking,
      probes: { constructor: { limit: 0.06, digest: hash('e') } },
    });
    assert.deepEqual(pool.whole.scores, []);
  });

  test('the schema takes what is measured and nothing else', () => {
    const refused = (probe: object) =>
      !calibrationSchema.safeParse({ version: 1, models: [{ ...accepted('1', 0.1), probes: { mark: probe } }] })
        .success;
    assert.equal(refused(edit(0.1)), false);
    assert.equal(refused(edit(-1)), false);
    for (const wrong of [
      { added: 1.1 },
      { changed: -0.1 },
      { pulled: 2 },
      { digest: 'abc' },
      { before: { moved: 0.1 } },
      { more: 1 },
    ])
      assert.ok(refused(edit(0.1, wrong)), JSON.stringify(wrong));
  });
});
