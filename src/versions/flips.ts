import type { Fixture, ModelConfig } from '../config/config.ts';
import type { Heatmap } from '../core/heatmap.ts';
import { isFailure } from '../maps/explain.ts';
import { isRefusal } from '../methods/method.ts';
import type { Edit } from '../probes/probe.ts';
import type { EditPull, FlippedPicture } from '../results/sweep.ts';
import type { Run, Side } from './sides.ts';

/** A picture whose answer an edit changes, with what it takes to draw it. */
export interface Flip extends FlippedPicture {
  readonly done: Edit;
  /** Of the candidate, for its new answer on the edited picture. */
  readonly map: Heatmap;
}

/** An edit that stands out, and the picture that shows it best. */
export interface Turned {
  readonly pull: EditPull;
  readonly fixture: Fixture;
  readonly index: number;
  readonly edit: Edit;
}

/** The map of the new answer on the edited picture: what the model now takes for that class. */
export async function flipsOf(
  config: ModelConfig,
  candidate: Side,
  turned: readonly Turned[],
  nameOf: (index: number) => string,
  run: Run,
): Promise<Flip[]> {
  if (turned.length === 0) return [];
  const { load, methods, score, preprocess, fit, pixels } = config;
  const [method] = methods;
  const request = {
    path: config.path,
    load,
    layer: candidate.layer.name,
    methods: [method!],
    score,
    preprocess,
    fit,
    pixels,
  };
  const tasks = turned.map(({ fixture, index, edit }) => ({
    path: fixture.path,
    class: index,
    ...(fixture.regions && { regions: fixture.regions }),
    edit,
  }));
  const { outcomes } = await run.engine.maps(
    request,
    () => tasks,
    () => {},
    run.deadline,
  );
  return turned.flatMap(({ pull, fixture, edit }, at): Flip[] => {
    const outcome = outcomes[at];
    const map = outcome && !isFailure(outcome) ? outcome.maps[method!] : undefined;
    if (!map || isRefusal(map)) return [];
    const from = nameOf(candidate.seen.get(fixture.name)!.predicted);
    return [{ edit: pull.edit, words: pull.words, fixture: fixture.name, from, to: pull.to, done: edit, map }];
  });
}
