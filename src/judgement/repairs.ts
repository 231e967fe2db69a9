import type { ModelConfig } from '../config/config.ts';
import type { FixtureResult } from '../results/fixture.ts';
import type { MeanInterval } from '../results/interval.ts';
import type { Predictions, RegionSummary } from '../results/model.ts';
import type { Policy } from '../results/policy.ts';
import type { Reason, ReasonOf } from '../results/reason.ts';
import type { Closer, Repair, RepairedRule } from '../results/repair.ts';
import { type DriftReason, judgeDrift, regressionIn, summariseDrift } from './drift.ts';
import { keeps, measured, noticeable, rounding } from './region-change.ts';
import { mutedRegions, withRegion } from './regions.ts';
import type { Signal } from './signals.ts';

/** Whether a repair counts. `unproven`: the change has a hand in what would show it. */
export type RepairSetting = ModelConfig['repairs'];

/** What is known of a repair beside the fixtures' numbers. */
export interface Mending {
  readonly setting: RepairSetting;
  readonly closer: readonly CloserOn[];
}

export interface CloserOn extends Closer {
  /** The fixtures that it was measured on. */
  readonly names: ReadonlySet<string>;
}

/** What drift is judged by. */
interface Judged {
  readonly fixtures: readonly FixtureResult[];
  readonly regions: readonly RegionSummary[];
  readonly policy: Policy;
  readonly predictions: Pick<Predictions, 'divergence' | 'change'>;
  readonly intervals: readonly MeanInterval[];
  readonly edits: readonly Signal<ReasonOf<'probe-regression'>>[];
  /** What the run has to say beside. */
  readonly notes: readonly Reason[];
}

interface Mended {
  readonly reasons: readonly Reason[];
  readonly repair?: Repair;
}

/**
 * What a repair makes of the reasons of drift: attention that moved by it is told and fails nothing. Answers are held to their own
 * limit all the same, and so is attention on fixtures that the repair says nothing about; an explanation that is not sound repairs
 * nothing. Whatever else fails is none of its business.
 */
export function withRepair(drifted: readonly DriftReason[], judged: Judged, mending: Mending | undefined): Mended {
  const found = mending && repairIn(judged, mending.closer);
  const failed = drifted.some(isFailedAttention);
  if (!found || (failed && !accountsFor(found.names, judged))) return { reasons: drifted };
  if (mending.setting === 'unproven')
    return { reasons: failed ? [...drifted, { level: 'pass', code: 'repair-unproven' }] : drifted };
  const drift = !failed ? 'within' : mending.setting === 'fail' ? 'held' : 'excused';
  const repair: Repair = { drift, rules: found.rules, closer: found.closer };
  const told: Reason = { level: 'pass', code: 'repair', ...repair };
  if (drift !== 'excused') return { reasons: [told, ...drifted], repair };
  const others = answersAlone(judged).filter(each => drifted.every(other => signalIn(other) !== signalIn(each)));
  const excused = drifted.map((each): DriftReason => (isFailedAttention(each) ? { ...each, level: 'warn' } : each));
  return { reasons: [told, ...others, ...excused], repair };
}

interface Found extends Pick<Repair, 'rules' | 'closer'> {
  /** The fixtures that show it. */
  readonly names: ReadonlySet<string>;
}

function repairIn(judged: Judged, references: readonly CloserOn[]): Found | undefined {
  const rules = repairedRules(judged);
  if (judged.notes.some(isUnsound) || rules.length + references.length === 0) return undefined;
  const shown = rules.flatMap(({ region }) =>
    withRegion(judged.fixtures, region).flatMap(({ fixture, found: { baseline, candidate } }) =>
      baseline && candidate ? fixture : [],
    ),
  );
  const closer = references.map(({ names: _, ...each }) => each);
  return { rules, closer, names: new Set([...shown, ...references.flatMap(({ names }) => [...names])]) };
}

const isUnsound = ({ level, code }: Reason): boolean => level !== 'pass' && code.startsWith('sanity-');

const isFailedAttention = ({ code, level }: DriftReason): boolean =>
  code === 'attention-regression' && level === 'fail';

/**
 * The rules that the version before broke and the candidate meets by a noticeable step. None when it breaks one, gets noticeably worse by one, or
 * hides from one.
 */
export function repairedRules({
  fixtures,
  regions,
  policy,
}: Pick<Judged, 'fixtures' | 'regions' | 'policy'>): RepairedRule[] {
  const rules = Object.entries(policy.regions ?? {}).flatMap(([region, all]) => all.map(rule => ({ region, rule })));
  const seen = rules.flatMap(({ region, rule }) => {
    const { baseline, candidate, fixtures: count } = regions.find(({ name }) => name === region) ?? {};
    if (!baseline || !candidate || count === undefined) return [];
    const [before, now] = [measured(baseline, rule), measured(candidate, rule)];
    return [{ region, rule, before, now, fixtures: count }];
  });
  const gained = ({ rule, before, now }: RepairedRule) => (rule.at === 'least' ? now - before : before - now);
  const isBad = (each: RepairedRule) => !keeps(each.now, each.rule) || gained(each) < -noticeable - rounding;
  const hides = mutedRegions(fixtures, policy.regions).some(({ code }) => code === 'region-heatless');
  if (seen.length < rules.length || hides || seen.some(isBad)) return [];
  return seen.filter(each => !keeps(each.before, each.rule) && gained(each) >= noticeable - rounding);
}

/** Whether attention stays within its limits on all other fixtures. */
function accountsFor(names: ReadonlySet<string>, { fixtures, policy }: Judged): boolean {
  const others = fixtures.filter(({ name, maps }) => maps && !names.has(name));
  return !judgeDrift(summariseDrift(others), undefined, policy).reasons.some(isFailedAttention);
}

/** Where one score stands for all that drifts, answers may hide behind attention. */
const signalIn = (reason: DriftReason): string =>
  reason.code === 'calibration-small' || reason.code === 'probe-regression' ? reason.code : regressionIn(reason).code;

/** Answers, and what edits do, without the attention that the repair moved. */
const answersAlone = ({ policy, intervals, edits, predictions: { divergence, change } }: Judged): DriftReason[] =>
  judgeDrift({}, divergence?.mean, policy, change, intervals, edits).reasons.filter(
    ({ code }) => code !== 'calibration-small',
  );
