import type { ModelResult, ProbeSummary } from '../../results/model.ts';
import type { FlippedPicture } from '../../results/sweep.ts';
import { isFollowed, probeCells, probeColumns } from '../words.ts';
import { table, text } from './markup.ts';
import { editFigure } from './pictures.ts';
import type { Plan } from './plan.ts';
import type { Scene } from './scene.ts';
import { arrow } from './words.ts';

/** The probes that a table has room for: those that attention follows before all others. */
export function shownProbes({ asides, rows }: Plan, { probes = [] }: ModelResult): ProbeSummary[] {
  const sorted = probes.toSorted((a, b) => Number(isFollowed(b)) - Number(isFollowed(a)));
  return (asides === 'listed' ? sorted : sorted.filter(isFollowed)).slice(0, rows);
}

/** A row per probe. */
export function probeTable({ plan }: Scene, model: ModelResult): string {
  const columns = probeColumns.map((title, index) => ({
    title,
    number: index > 0,
    cell: (probe: ProbeSummary) => (index === 0 ? text(probe.name) : probeCells(probe, arrow)[index]!),
  }));
  return table(columns, shownProbes(plan, model));
}

/** An edit with a picture: a probe that attention follows, or any that changes an answer. */
export interface ShownEdit {
  readonly picture: string;
  readonly probe?: ProbeSummary | undefined;
  readonly flip?: FlippedPicture | undefined;
}

/** Probes first, then edits of the sweep. */
export function shownEdits({ probes = [], flips = [] }: ModelResult): ShownEdit[] {
  const flipOf = (name: string) => flips.find(({ edit }) => edit === name);
  const ofProbes = probes.flatMap((probe): ShownEdit[] => {
    const flip = flipOf(probe.name);
    const { picture } = probe;
    return picture !== undefined && (isFollowed(probe) || flip) ? [{ picture, probe, flip }] : [];
  });
  const others = flips.filter(({ edit }) => !probes.some(({ name }) => name === edit));
  return [
    ...ofProbes,
    ...others.flatMap(flip => (flip.picture === undefined ? [] : [{ picture: flip.picture, flip }])),
  ];
}

/** Their pictures. */
export function editFigures({ pictures }: Scene, model: ModelResult): string[] {
  return shownEdits(model).flatMap(edit => {
    const url = pictures.edits.get(edit.picture);
    return url === undefined ? [] : [editFigure(edit, url)];
  });
}
