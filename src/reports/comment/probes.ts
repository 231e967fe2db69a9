import type { ModelResult, ProbeSummary } from '../../results/model.ts';
import { isFollowed, probeCells, probeColumns } from '../words.ts';
import { editFigure, type ShownEdit, shownEdits } from './edits.ts';
import type { Extent } from './extent.ts';
import { explained } from './glossary.ts';
import { table, text } from './markup.ts';
import { toFixture } from './report-link.ts';
import type { Scene } from './scene.ts';
import { arrow } from './words.ts';

/** The probes that a table has room for: those that attention follows before all others. */
export function shownProbes({ asides, rows }: Extent, { probes = [] }: ModelResult): ProbeSummary[] {
  const sorted = probes.toSorted((a, b) => Number(isFollowed(b)) - Number(isFollowed(a)));
  return (asides === 'listed' ? sorted : sorted.filter(isFollowed)).slice(0, rows);
}

/** A row per probe. */
export function probeTable({ plan }: Scene, model: ModelResult): string {
  const columns = probeColumns.map((title, index) => ({
    title: index === 0 ? explained(title) : title,
    number: index > 0,
    cell: (probe: ProbeSummary) => (index === 0 ? text(probe.name) : probeCells(probe, arrow)[index]!),
  }));
  return table(columns, shownProbes(plan, model));
}

/** Pictures of the edits that stand out. @param first the name of the one to begin with */
export function editFigures({ pictures, request }: Scene, model: ModelResult, first?: string): string[] {
  const isFirst = ({ flip, probe }: ShownEdit) => first !== undefined && (flip?.edit ?? probe?.name) === first;
  const edits = shownEdits(model).toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
  return edits.flatMap(edit => {
    const shown = pictures.edits.get(edit.picture);
    return shown === undefined
      ? []
      : [editFigure(edit, shown, fixture => toFixture(text(fixture), request.links.report, model.name, fixture))];
  });
}
