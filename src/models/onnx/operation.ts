import type { Arrangement } from '../_arrangement.ts';
import type { Kind } from '../_graph.ts';
import type { Attributes } from './attributes.ts';
import type { Operator } from './call.ts';
import type { Exact } from './known/index.ts';
import type { Known, Shape, Value } from './value.ts';

/**
 * All that is known of an ONNX operator. Nothing has a default: who adds an operator says each of these, and
 * `test/contracts/operation.test.ts` checks what was said by numbers.
 */
export interface Operation {
  /** The first and last of ONNX's operator sets that have it; of its own domain's where it has one. */
  readonly sets: readonly [first: number, last: number];
  /** Computes it where the image's pixels take part. */
  readonly run: Operator | undefined;
  /** Computes it in plain numbers where none do: shapes, indices, small constants. */
  readonly exact: Exact | undefined;
  /** What it does to features. `other`: it is run, but is never a target layer nor part of a head that CAM can read. */
  readonly features: Kind | ((step: Step, facts: CellFacts) => Kind);
  /** Where the cells of the image's grid go. */
  readonly cells: Cells;
  /** Whether the images of a batch have to do with one another. */
  readonly images: Images | ((step: Step, facts: Facts) => Images);
  /** How the axes of the answer lie. */
  readonly axes: Axes | ((step: Step) => Axes);
  /**
   * Where the scale of a quantised answer stands among the inputs, its zero point behind it; `moved`: what is kept in whole
   * steps stays so; `none`: the answer is in no steps.
   */
  readonly scale: number | 'moved' | 'none';
  /** Which constant is its kernel, as lineage compares kernels. */
  readonly kernel: KernelFact | 'none';
}

/**
 * - `kept`: every cell stays where it is, and only that cell's entry decides it.
 * - `placed`: every cell stays where it is, though others take part, as in a normalisation over the grid.
 * - `image`: makes N, C, H, W of such a value; the cells are the answer's own.
 * - `lost`: nobody follows them.
 * - a rule: it says where they went, of one output.
 */
export type Cells = 'kept' | 'placed' | 'image' | 'lost' | CellRule;
export type CellRule = (step: Step, facts: CellFacts, output: number) => Followed;

/** `beside`: the answer is of tokens that are none of the cells. `mixes`: other cells than its own decide an entry. */
export type Followed = { readonly arrangement: Arrangement; readonly mixes: boolean } | 'beside' | undefined;

/**
 * - `apart`: each image by itself, however many there are.
 * - `counted`: each image by itself, but only as many as the file says, for all that is known.
 * - `mixed`: an image's answer depends on those beside it.
 */
export type Images = 'apart' | 'counted' | 'mixed';

/**
 * - `as-they-come`: as the input's do.
 * - `nchw`: N, C, H, W whatever happened before.
 * - `turned`: from N, C, H, W to N, H, W, C or back.
 * - `rearranged`: only a join with an image says what they are.
 */
export type Axes = 'as-they-come' | 'nchw' | 'turned' | 'rearranged';

export interface KernelFact {
  /** The input that it is; `constant`: whichever is a constant of two axes or more. */
  readonly input: number | 'constant';
  /** Which axis of the file's kernel comes where, the output channel last. */
  readonly order: (shape: Shape, step: Pick<Step, 'attributes'>, input: number) => readonly number[];
  /** Where the scale of a quantised kernel stands, and its zero point. */
  readonly scale?: number;
  readonly zero?: number;
}

/** One node of the file, ready to run. */
export interface Step {
  readonly operation: string;
  /** The domain of a set of its own; empty for ONNX's. */
  readonly domain: string;
  readonly name: string;
  /** Names of values; an input that is left out is empty. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** The same with those at the end that nobody reads. */
  readonly declared: readonly string[];
  readonly attributes: Attributes;
  /** The file's operator set. */
  readonly opset: number;
  /** What is known of the operator. */
  readonly facts: Operation;
  run(inputs: readonly (Value | undefined)[], images: number): readonly Value[];
  /** In plain numbers, where the operator can do that. */
  exactly(inputs: readonly (Known | undefined)[], images: number): readonly Known[];
}

/**
 * Whether ONNX counts a value's axes N, C, H, W or N, H, W, C. Keras's models and newer networks do the latter in part.
 * `none`: four axes, if it has so many, are not an image's, such as those of attention.
 */
export type Orientation = 'nchw' | 'nhwc' | 'none';

/** What is known about a step once the network has run: its constants, and the shapes of what it reads, as ONNX counts. */
export interface Facts {
  constant(name: string): Known | undefined;
  shape(name: string): Shape | undefined;
  orientation(name: string): Orientation;
}

/** The same, and where the cells of the grid lie in what was made before. */
export interface CellFacts extends Facts {
  arrangement(name: string): Arrangement | undefined;
}

/** Of the operator sets whose definitions were compared with what is implemented. */
export const operatorSets = { oldest: 7, newest: 28 } as const;
