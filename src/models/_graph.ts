import type { Tensor } from '@tensorflow/tfjs-core';
import type { Arrangement } from './_arrangement.ts';
import type { LearnedWeights } from './model.ts';

/**
 * What an operation does to an image's features, as far as choosing a layer and finding the head needs to know.
 *
 * - `convolution`: makes features.
 * - `elementwise`: transforms or joins features, cell by cell: normalisation, activation, add, concat.
 * - `pointwise-convolution`: a convolution that is linear and 1x1, so it commutes with a mean over the grid.
 * - `pointwise-linear`: any other linear step that is the same at every cell: dense, bias, batch normalisation.
 * - `spatial`: moves, thins or pads cells without making features: pooling, padding, up-sampling.
 * - `global-average`: the mean over the grid.
 * - `identity`: changes no value in inference: dropout, reshape, flatten.
 * - `softmax`, `log-softmax`, `sigmoid`: turns logits into probabilities.
 */
export type Kind =
  | 'input'
  | 'convolution'
  | 'elementwise'
  | 'pointwise-convolution'
  | 'pointwise-linear'
  | 'spatial'
  | 'global-average'
  | 'identity'
  | 'softmax'
  | 'log-softmax'
  | 'sigmoid'
  | 'other';

/** Where an image's grid lies in a value that is no image, such as a vision transformer's tokens. */
export interface Patches {
  readonly arrangement: Arrangement;
  /** Whether other cells decide an entry, too, as in attention. */
  readonly mixes: boolean;
}

export interface GraphNode {
  /** Unique; the path a user writes. */
  readonly name: string;
  readonly operation: string;
  readonly kind: Kind;
  /** Names of the nodes whose values it reads; weights and constants are not nodes. */
  readonly inputs: readonly string[];
  /** Where its value holds tokens of which it is known. */
  readonly patches?: Patches;
  /** Whether it is known to be the image's cells and nothing beside them. */
  readonly isImage?: boolean;
  /** Whether it has the axes of images but more of them than there are: pieces that were cut out of them. */
  readonly isPieces?: boolean;
  /** Whether it cuts off what lies below zero, as a quantiser does that an activation went into. */
  readonly rectifies?: boolean;
  /** Whether a step within it, such as an activation that belongs to a convolution, makes it no linear function. */
  readonly bends?: boolean;
  /** Whether it multiplies values that depend on the image with one another, as attention does. */
  readonly attends?: boolean;
  /** Whether it holds whole numbers or truths, through which no gradient goes. */
  readonly isWhole?: boolean;
  /** Whether it takes tokens out that are no patches, such as the class token. */
  readonly skipsPatches?: boolean;
}

/** A classifier as a dataflow graph, whatever file it came from. Everything above works on this. */
export interface Graph extends Disposable {
  readonly format: string;
  /** In execution order: a node comes after all its inputs. */
  readonly nodes: readonly GraphNode[];
  readonly input: string;
  /** Whether the file says that its input holds bytes. */
  readonly takesBytes?: boolean;
  readonly inputShape: { readonly width: number; readonly height: number; readonly channels: number };
  /** The node whose value is the model's answer. */
  readonly output: string;
  readonly weightBytes: number;
  /** How many images run at once, whatever is asked for; left out: as many as are asked for. */
  readonly imagesAtOnce?: number | undefined;
  /** What convolutions and matrix products multiply with, in execution order, and all other weights. */
  weights(): LearnedWeights;
  /** Shapes of nodes' outputs without the batch dimension. Asking for many at once costs one run at most. */
  shapes(names: readonly string[]): readonly (readonly number[])[];
  /**
   * Computes some nodes from others; nodes behind a fed one do not run. Differentiable.
   * The caller owns the tensors that come back; everything in between is released.
   */
  execute(feeds: ReadonlyMap<string, Tensor>, fetches: readonly string[]): Tensor[];
  /**
   * Says which nodes are computed of images from here on, and what follows of them: an engine that has a runtime for what is not
   * differentiated runs what lies before them there.
   */
  endTrunkAt(names: readonly string[]): void;
  /** Why the engine's runtime does not run it, where there is one that does not. Foreign text. */
  trunkProblem(): string | undefined;
}

export function nodeTable(nodes: readonly GraphNode[]): ReadonlyMap<string, GraphNode> {
  return new Map(nodes.map(node => [node.name, node]));
}

/** The names of a node and of all that depends on it. */
export function descendants(nodes: readonly GraphNode[], name: string): ReadonlySet<string> {
  const found = new Set([name]);
  for (const node of nodes) if (node.inputs.some(input => found.has(input))) found.add(node.name);
  return found;
}

/** The names of a node and of all it depends on; the walk does not go behind the nodes in `until`. */
export function ancestors(
  nodes: readonly GraphNode[],
  name: string,
  until: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const found = new Set([name]);
  for (const node of nodes.toReversed()) {
    if (found.has(node.name) && !until.has(node.name)) for (const input of node.inputs) found.add(input);
  }
  return found;
}

export const shapeOf = (graph: Graph, name: string): readonly number[] => graph.shapes([name])[0]!;
