import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptedOf } from '../../scripts/bench-drift/accepted.ts';
import type { Judged } from '../../scripts/bench-drift/audit.ts';
import { calibratedCounts } from '../../scripts/bench-drift/counts.ts';
import { simulated } from '../../scripts/bench-drift/simulate.ts';
import { calibrationSchema } from '../../src/calibration/calibration.ts';
import { judge } from '../../src/judgement/verdict.ts';
import type { ComparedModel } from '../../src/results/model.ts';
import type { Policy } from '../../src/results/policy.ts';
import { fixture, model } from '../support/results.ts';

const policy: Policy = {
  ...{ method: 'grad-cam', thresholds: { 'attention-shift': 0.08 }, divergence: 0.06, limits: 'uncalibrated' },
  ...{ lineage: 'retrained', probes: { mark: 0.06 }, scaledProbes: ['mark'] },
};

/** A retrained model that drifts so far, and whose heat an edit moves by so much more than the baseline's. */
function judged(name: string, kind: Judged['kind'], drift: number, added: number): Judged {
  const side = (moved: number) => ({ moved, flipped: false, divergence: 0 });
  const fixtures = Array.from({ length: 12 }, (_, at) =>
    fixture(`${at}.png`, drift, {
      divergence: 0.01,
      probes: { mark: { baseline: side(0.1), candidate: side(0.1 + added) } },
    }),
  );
  const empty = model(fixtures);
  const digest = name.padEnd(64, '0');
  const candidate = {
    ...empty.candidate,
    model: { ...empty.candidate.model, digest },
    probes: [{ name: 'mark', digest: 'e'.repeat(64) }],
  };
  const lineage = { kind: 'retrained', words: 'told', source: 'detected' } as const;
  const result: ComparedModel = { ...empty, ...judge(fixtures, policy, []), candidate, lineage, judged: policy };
  return { name, path: name, kind, description: '', result };
}

/** Ten honest models that drift by 3.1 % to 4 %; an edit moves the last by 0.18 more. */
const honest = Array.from({ length: 10 }, (_, at) =>
  judged(`a${at}`, 'benign', 0.031 + at / 1000, at === 9 ? 0.18 : 0.01),
);

test('a model is stored as camdrift calibrate stores it', () => {
  const { digest, lineage, signals, probes } = acceptedOf(honest[0]!);
  assert.equal(digest, 'a0'.padEnd(64, '0'));
  assert.equal(lineage, 'retrained');
  assert.ok(Math.abs(signals['attention-shift']! - 0.031) < 1e-9 && Math.abs(signals.divergence! - 0.01) < 1e-9);
  assert.ok(Math.abs(probes!.mark!.added - 0.01) < 1e-9);
  assert.ok(calibrationSchema.safeParse({ version: 1, models: honest.map(acceptedOf) }).success);
});

test('each honest model among the others: the farthest fails, by whatever it is farthest', () => {
  assert.deepEqual(calibratedCounts([honest], 0.1), { benign: 10, benignFailed: 1, regressions: 0, failed: 0 });
});

test('a regression fails among all when it drifts or follows an edit farther than any, and not when one goes as far', () => {
  const bad = [
    judged('b0', 'regression', 0.035, 0.19),
    judged('b1', 'regression', 0.035, 0.17),
    judged('b2', 'regression', 0.3, 0),
  ];
  const { regressions, failed } = calibratedCounts([[...honest, ...bad]], 0.1);
  assert.deepEqual([regressions, failed], [3, 2]);
});

test('with fewer than the rate needs nobody is counted', () => {
  assert.deepEqual(calibratedCounts([honest.slice(0, 9)], 0.1), {
    benign: 0,
    benignFailed: 0,
    regressions: 0,
    failed: 0,
  });
});

test('drawn ten thousand times, honest models fail as often as the rate says, from as many accepted ones on as it takes', () => {
  const rows = simulated([{ name: 'made', models: [...honest, judged('b', 'regression', 0.9, 0)] }])
    .split('\n')
    .slice(2)
    .map(row => row.split('|').map(cell => Number.parseFloat(cell)));
  const byScore = new Map(rows.map(([, , size, , share]) => [size, share!]));
  assert.deepEqual([byScore.get(0), byScore.get(5)], [0, 0], 'one in ten is failed by the limit of its probe alone');
  for (const size of [9, 19, 50]) assert.ok(Math.abs(byScore.get(size)! - 10) < 1.5, `${size}: ${byScore.get(size)} %`);
  assert.ok(rows.every(([, , , all]) => Math.abs(all! - 10) < 1.5));
  assert.ok(rows.every(([, , , , , caught]) => caught === 100));
});
