import { neededFor } from '../../src/core/conformal.ts';
import { random } from '../../src/core/random.ts';
import { judgeDrift } from '../../src/judgement/drift.ts';
import { ratioTo } from '../../src/judgement/signals.ts';
import type { Policy } from '../../src/results/policy.ts';
import type { Judged } from './audit.ts';
import { isBad, isHonest, type Signals, signalsOf } from './signals.ts';
import { percent, table } from './table.ts';

const draws = 10_000;
const sizes = [0, 5, 9, 19, 50];
const rate = 0.1;

const limits = { thresholds: { 'attention-shift': 0.08 }, divergence: 0.06 };
const policy: Policy = { method: 'grad-cam', ...limits, limits: 'uncalibrated', lineage: 'retrained' };

/** As one retrain more would drift: an honest one, with the spread that is between them. */
type Draw = () => Signals;

/**
 * The whole verdict, drawn ten thousand times: so many accepted models and one candidate of the same family, each a retrain that
 * was measured, its drift and what probes add multiplied by log-normal factors of 15 % so that no two are alike. They are judged by the judge itself
 * (`judgeDrift`); what accepted models do not excuse (classes, accuracy) fails as it did for the model that was drawn, and so do
 * probes until the accepted models are enough.
 */
export function simulated(families: readonly { readonly name: string; readonly models: readonly Judged[] }[]): string {
  const rows = families.flatMap(({ name, models }) => {
    const retrained = models.filter(({ result }) => result.lineage?.kind === 'retrained');
    const [honest, bad] = [retrained.filter(isHonest), retrained.filter(isBad)].map(list => list.map(signalsOf));
    if (honest!.length < 5) return [];
    return sizes.map(size => {
      const next = random(size + 1);
      const [good, worse] = [drawn(honest!, next), drawn(bad!, next)];
      return [name, String(size), ...failures(size, good, good), ...failures(size, good, worse).slice(0, 1)];
    });
  });
  const head = ['family', 'accepted', 'benign failed', 'of these by the score', 'regressions failed'];
  return table(head, rows);
}

function failures(size: number, accepted: Draw, candidate: Draw): string[] {
  let [all, byScore] = [0, 0];
  for (let draw = 0; draw < draws; draw++) {
    const found = candidate();
    const scores = Array.from({ length: size }, () => scoreOf(accepted(), size));
    const fails = failsByScore(found, scores);
    byScore += Number(fails);
    all += Number(fails || found.apart || (!isEnough(size) && found.probed));
  }
  return [percent(all / draws), percent(byScore / draws)];
}

const isEnough = (size: number): boolean => size >= neededFor(rate);

function failsByScore({ shift, divergence, probes }: Signals, scores: readonly number[]): boolean {
  const drift = { 'grad-cam': { 'attention-shift': { mean: shift, p90: shift, max: shift } } };
  const whole = isEnough(scores.length) ? { whole: true as const } : {};
  const judging = scores.length > 0 ? { ...policy, calibration: { scores, rate, ...whole } } : policy;
  const edits = probes.map(value => ({ ...edit, value }));
  return judgeDrift(drift, divergence, judging, undefined, [], edits).reasons.some(({ level }) => level === 'fail');
}

/** What a probe shows, as the judge takes it; which one makes no difference here. */
const found = { probe: 'any', added: 1, limit: 0, onMark: undefined, flipped: { before: 0, now: 0 }, fixtures: 24 };
const reason = () => ({ level: 'fail', code: 'probe-regression', ...found }) as const;
const edit = { of: 'probe', name: 'probe any', limit: 1, beyond: 1, written: false, reason } as const;

function scoreOf({ shift, divergence, probes }: Signals, size: number): number {
  const drift = [ratioTo(limits.thresholds['attention-shift'], shift), ratioTo(limits.divergence, divergence)];
  return Math.max(...drift, ...(isEnough(size) ? probes : []));
}

function drawn(models: readonly Signals[], next: () => number): Draw {
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return () => {
    const model = models[Math.floor(next() * models.length)]!;
    const factor = Math.exp(0.15 * normal());
    const probes = model.probes.map(each => each * Math.exp(0.15 * normal()));
    return {
      ...model,
      probes,
      shift: Math.min(1, model.shift * factor),
      divergence: Math.min(1, model.divergence * factor),
    };
  };
}
