import type { Fixture, ModelConfig } from '../config/config.ts';
import type { Heatmap } from '../core/heatmap.ts';
import type { Place } from '../maps/answers.ts';
import { isFailure } from '../maps/explain.ts';
import { isRefusal } from '../methods/method.ts';
import type { Edit } from '../probes/probe.ts';
import type { FlippedPicture } from '../results/sweep.ts';
import type { Run, Side } from './sides.ts';

/** A picture whose answer an edit changes, with what it takes to draw it. */
export interface Flip extends FlippedPicture {
  readonly done: Edit;
  /** The other picture of an edit that takes something of one. */
  readonly donor?: Place | undefined;
  /** Of the candidate, for its new answer on the edited picture. */
  readonly map: Heatmap;
  /** The candidate's probabilities of the two answers, without and with the edit. */
  readonly sure: { readonly from: number; readonly to: number };
}

/** An edit that stands out, and the picture that shows it best. */
export interface Turned extends Pick<FlippedPicture, 'edit' | 'words'> {
  readonly fixture: Fixture;
  /** The class that the edit makes of it. */
  readonly index: number;
  readonly done: Edit;
  readonly donor?: Place | undefined;
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
  const tasks = turned.map(({ fixture, index, done, donor }) => ({
    path: fixture.path,
    class: index,
    ...(fixture.regions && { regions: fixture.regions }),
    edit: done,
    donor,
  }));
  const { outcomes } = await run.engine.maps(
    request,
    () => tasks,
    () => {},
    run.deadline,
  );
  return turned.flatMap(({ edit, words, fixture, index, done, donor }, at): Flip[] => {
    const outcome = outcomes.at(at);
    if (!outcome || isFailure(outcome)) return [];
    const map = outcome.maps[method!];
    if (!map || isRefusal(map)) return [];
    const { predicted, probabilities } = candidate.seen.get(fixture.name)!;
    const sure = { from: probabilities[predicted]!, to: outcome.probabilities[index]! };
    return [
      {
        edit,
        words,
        fixture: fixture.name,
        from: nameOf(predicted),
        to: nameOf(index),
        done,
        ...(donor && { donor }),
        map,
        sure,
      },
    ];
  });
}
