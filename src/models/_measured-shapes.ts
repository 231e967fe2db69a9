import type { Engine } from '../engines/engine.ts';
import type { Graph } from './_graph.ts';

/**
 * Shapes of a graph's values without the batch dimension. What the file does not declare is seen in one run of a black
 * image, however many are asked for.
 * @param known shapes by node name; what is measured is added to it
 */
export function measuredShapes(
  graph: Pick<Graph, 'execute' | 'input' | 'inputShape'>,
  { tf: { core } }: Engine,
  known: Map<string, readonly number[]>,
  names: readonly string[],
): (readonly number[])[] {
  const missing = names.filter(name => !known.has(name));
  const { height, width, channels } = graph.inputShape;
  core.tidy(() => {
    if (missing.length === 0) return;
    const black = core.zeros([1, height, width, channels]);
    const values = graph.execute(new Map([[graph.input, black]]), missing);
    for (const [index, name] of missing.entries()) known.set(name, values[index]!.shape.slice(1));
  });
  return names.map(name => known.get(name)!);
}
