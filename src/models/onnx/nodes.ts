import { isImage, isImageLast } from '../_arrangement.ts';
import type { GraphNode, Kind, Patches } from '../_graph.ts';
import type { Arrangements } from './arrangements.ts';
import { multiplying } from './cells.ts';
import type { CellFacts, Facts } from './operation.ts';
import type { Step } from './plan.ts';
import type { Shape } from './value.ts';

interface Seen {
  readonly input: string;
  readonly nameOf: (value: string) => string;
  readonly facts: Facts;
  readonly cells: Arrangements;
  readonly shapes: ReadonlyMap<string, Shape>;
}

/** Only values that somebody reads are nodes; a step with several outputs becomes several. */
export function nodesOf(steps: readonly Step[], seen: Seen): GraphNode[] {
  const { input, nameOf, shapes, cells } = seen;
  const facts = { ...seen.facts, arrangement: cells.of };
  const start: GraphNode = { name: nameOf(input), operation: 'Input', kind: 'input', inputs: [] };
  const nodes = steps.flatMap(step =>
    step.outputs
      .filter(value => shapes.has(value))
      .map(value => ({
        name: nameOf(value),
        operation: step.operation,
        kind: kindOf(step, facts),
        inputs: [...new Set(step.inputs)].filter(name => shapes.has(name)).map(nameOf),
        ...patchesOf(value, step, seen),
        ...(multiplies(step, facts) && { attends: true }),
        ...(cells.isBeside(value) && { skipsPatches: true }),
      })),
  );
  return [start, ...nodes];
}

const multiplies = ({ inputs, facts: { cells } }: Step, facts: Facts): boolean =>
  cells === multiplying && inputs.slice(0, 2).every(name => !facts.constant(name));

function kindOf(step: Step, facts: CellFacts): Kind {
  const { features } = step.facts;
  return typeof features === 'string' ? features : features(step, facts);
}

/** What is an image is shown as one; other arrangements are shown as patches. */
function patchesOf(value: string, step: Step, { cells }: Seen): { patches?: Patches } {
  const found = cells.of(value);
  if (!found || isImage(found) || isImageLast(found)) return {};
  return { patches: { arrangement: found, mixes: cells.mixes(step) } };
}
