import type { Baseline } from '../baselines/baseline.ts';
import { namesOf } from '../comparison/fixture-results.ts';
import type { BaselineModel, ModelConfig } from '../config/config.ts';
import { actionable, unforeseen } from '../errors.ts';
import { lostClasses } from '../judgement/accuracy.ts';
import { clearestFlip, type EditedPair, pullsOf, type SweptEdit, sweepReasons } from '../judgement/sweep.ts';
import type { Edit } from '../probes/probe.ts';
import { stock } from '../probes/stock.ts';
import type { ComparedModel } from '../results/model.ts';
import { type Reason, says } from '../results/reason.ts';
import { worst } from '../results/verdict.ts';
import { donorsOf } from './donors.ts';
import { type Flip, flipsOf, type Turned } from './flips.ts';
import { turnedByProbes } from './probe-flips.ts';
import type { Run, Side } from './sides.ts';

/** What is found by trying a stock of plain edits on both sides. */
interface Swept extends Pick<ComparedModel, 'sweep'> {
  readonly reasons: readonly Reason[];
  readonly turned: readonly Turned[];
}

const nothing: Swept = { reasons: [], turned: [] };

/** What makes the sweep worth its time, unless the team wants it always. */
const doubts = ['class-regression', 'class-doubtful', 'accuracy-regression', 'prediction-regression'] as const;
const moreDoubts = [
  'attention-regression',
  'drift-doubtful',
  'cannot-tell',
  'probe-regression',
  'probe-doubtful',
  'probe-pull',
] as const;

/** A result with what the sweep adds to it, where it is wanted. */
export async function withSweep(
  config: ModelConfig,
  result: ComparedModel,
  baseline: Baseline,
  candidate: Side,
  run: Run,
): Promise<{ result: ComparedModel; flips: readonly Flip[] }> {
  const names = namesOf(config, candidate, baseline);
  const nameOf = (index: number) => names?.[index] ?? String(index);
  const { sweep, turned, reasons: more } = await sweepOf(config, candidate, result.reasons, nameOf, run);
  const { flips, unseen } = await seen(
    config,
    candidate,
    [...turnedByProbes(config, result, candidate), ...turned],
    nameOf,
    run,
  );
  const reasons = [...result.reasons, ...more, ...unseen];
  const shown = flips.map(({ done: _, map: __, sure: ___, donor: ____, ...flip }) => flip);
  const verdict = worst(reasons.map(({ level }) => level));
  return {
    result: { ...result, verdict, reasons, ...(sweep && { sweep }), ...(shown.length > 0 && { flips: shown }) },
    flips,
  };
}

/** What goes wrong costs no verdict: the reader is told. */
async function seen(
  ...asked: Parameters<typeof flipsOf>
): Promise<{ readonly flips: readonly Flip[]; readonly unseen: readonly Reason[] }> {
  try {
    return { flips: await flipsOf(...asked), unseen: [] };
  } catch (error) {
    return { flips: [], unseen: [unfinished(error)] };
  }
}

function unfinished(error: unknown): Reason {
  const { message } = actionable(error) ?? unforeseen(error);
  return { level: 'warn', code: 'sweep-unfinished', why: message };
}

/**
 * Tries the stock of plain edits on both sides, where the team wants it or the verdict leaves something to be found out, and
 * finds a picture that each of those which stand out turns. What goes wrong costs no verdict: the reader is told.
 *
 * @param nameOf names a class by its index
 */
async function sweepOf(
  config: ModelConfig,
  candidate: Side,
  reasons: readonly Reason[],
  nameOf: (index: number) => string,
  run: Run,
): Promise<Swept> {
  const doubtful = reasons.some(reason => reason.level !== 'pass' && says(reason, ...doubts, ...moreDoubts));
  const wanted = config.sweep === 'always' || (config.sweep === 'in-doubt' && doubtful);
  if (!wanted || candidate.task !== undefined) return nothing;
  const { reference } = config;
  if (reference.kind !== 'model') return { ...nothing, reasons: [{ level: 'warn', code: 'sweep-no-baseline' }] };
  try {
    return await swept(config, reference.model, candidate, lostClasses(reasons), nameOf, run);
  } catch (error) {
    return { ...nothing, reasons: [unfinished(error)] };
  }
}

async function swept(
  config: ModelConfig,
  model: BaselineModel,
  candidate: Side,
  lost: ReadonlySet<string>,
  nameOf: (index: number) => string,
  run: Run,
): Promise<Swept> {
  const fixtures = config.fixtures.filter(
    ({ name, touched, copyOf }) => candidate.seen.has(name) && !touched && !copyOf,
  );
  const object = config.probes.flatMap(probe => (probe.kind === 'background' ? [probe.object] : []))[0];
  const edits = stock(object, candidate.input.channels);
  const { load, fit, pixels } = config;
  const asked = { load, fit, pixels, edits };
  const places = fixtures.map(({ path, regions }) => ({ path, ...(regions && { regions }) }));
  const donors = donorsOf(
    fixtures.map(({ label }) => label),
    lost,
  );
  const pictures = places.map((place, at) => ({ ...place, donor: places[donors[at] ?? -1] }));
  const now = await run.engine.answers(
    { ...asked, path: config.path, preprocess: config.preprocess, fixtures: pictures, sample: true },
    run.deadline,
  );
  const used = now.asked.map(index => fixtures[index]!);
  const before = await run.engine.answers(
    {
      ...asked,
      ...config.baselineUse,
      path: await model.path(),
      preprocess: config.baselinePreprocess,
      fixtures: now.asked.map(index => pictures[index]!),
      sample: false,
    },
    run.deadline,
  );
  const pairs = (side: typeof now, at: number): EditedPair[] =>
    side.plain.map((plain, index) => ({ plain, edited: side.edited[at]![index] }));
  const tried = edits.map((edit, at): SweptEdit & { done: Edit } => ({
    name: edit.name,
    words: edit.words,
    done: edit,
    candidate: pairs(now, at),
    baseline: pairs(before, at),
  }));
  const pulls = pullsOf(tried, lost, nameOf);
  const turned = pulls.flatMap((pull): Turned[] => {
    const edit = tried.find(({ name }) => name === pull.edit)!;
    const index = [...edit.candidate[0]!.plain!.keys()].find(each => nameOf(each) === pull.to)!;
    const at = clearestFlip(edit.candidate, index);
    if (at === undefined) return [];
    const donor = edit.done.kind === 'swap' ? pictures[now.asked[at]!]!.donor : undefined;
    return [{ ...pull, fixture: used[at]!, index, done: edit.done, ...(donor && { donor }) }];
  });
  const sweep = { edits: edits.length, fixtures: used.length, of: fixtures.length, pulls };
  return { sweep, reasons: sweepReasons(sweep), turned };
}
