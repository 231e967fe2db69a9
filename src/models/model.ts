import type { Engine } from '../engines/engine.ts';
import type { Evidence } from '../methods/method.ts';

/** What is differentiated: the pre-softmax logit (the papers' choice) or the probability (underflows when saturated). */
export type Score = 'logit' | 'probability';

/**
 * What a model's answers are.
 *
 * - `single-label`: one class of several; one number alone speaks for the second of two.
 * - `multi-label`: each label by itself, there at a probability of 0.5 or more.
 * - `regression`: one number in a unit of its own.
 */
export type TaskKind = (typeof taskKinds)[number];
export const taskKinds = ['single-label', 'multi-label', 'regression'] as const;

/** Whether a label is among a multi-label model's answers. */
export const isPresent = (probability: number): boolean => probability >= 0.5;

/** `said`: by the team. `graph`: the graph ends in it. `assumed`: one number without a sigmoid, which may be a logit or a value. */
export interface Task {
  readonly kind: TaskKind;
  readonly from: 'said' | 'graph' | 'assumed';
}

/** An input or map grid in pixels or cells. */
export interface Grid {
  readonly width: number;
  readonly height: number;
}

export interface InputShape extends Grid {
  readonly channels: number;
}

/**
 * What numbers a model is made for, where its file shows it.
 *
 * - `bytes`: its input holds bytes, 0 to 255.
 * - `rescaled`: its own first steps, up to `node`, make `becomes` of 0 to 255.
 * - `normalised`: they make `becomes` of 0 to 1.
 */
export interface Takes {
  readonly kind: 'bytes' | 'rescaled' | 'normalised';
  readonly node?: string;
  readonly becomes?: readonly [low: number, high: number];
}

/** One layer that can be explained: a feature-producing step with an image-like output. */
export interface LayerInfo extends Grid {
  /** Path of the layer, nested models included: `backbone/conv5`. */
  readonly name: string;
  /** The operation in the framework's own words, for example `Conv2D`. */
  readonly operation: string;
  readonly channels: number;
}

/** The layer `auto` takes, and one sentence that says why. */
export interface TargetLayer extends LayerInfo {
  readonly reason: string;
  /** Further layers that the scores read past this one: it is a part of what they are made of. */
  readonly beside?: readonly string[];
  /** Its cells for each cell of the layer that `auto` takes, along a side, where it is another one. */
  readonly finer?: number;
}

export interface ExplainRequest {
  /** Layer path as in `layers`. */
  readonly layer: string;
  /** One per image: the class to explain, or the one the model predicts. */
  readonly classes: readonly (number | 'predicted')[];
  readonly score: Score;
  /**
   * A seed: each input channel of the head is fed with another channel of the layer, no one with its own. It equals a head
   * whose weights are shuffled along the axis by which they read the layer, in any format and with any number of
   * logits; evidence is of that head. Left out: the model as it is.
   */
  readonly rewired?: number | undefined;
}

/**
 * What a convolution or a matrix product multiplies with. The last axis is the output channel, whatever the file's own
 * order: rows x columns x from x to, or from x to. In groups of channels `from` counts those of one group, so that a
 * depthwise kernel is rows x columns x 1 x to.
 */
export interface Kernel {
  readonly shape: readonly number[];
  /** Read from the engine at every call; row-major. */
  values(): Float32Array;
  /** What its bias and the normalisation right behind it make of its output; absent where that cannot be told. */
  affine?(): Affine;
}

/** Per output channel: `factor * output + addend`. */
export interface Affine {
  readonly factors: Float32Array;
  readonly addends: Float32Array;
}

/** A weight that is no kernel and stands behind none: of a layer normalisation, an embedding. */
export interface Constant {
  readonly size: number;
  values(): Float32Array;
}

/** What a model has learned. */
export interface LearnedWeights {
  /** Every kernel that is applied to features, in execution order; weights are what they are after unpacking. */
  readonly kernels: readonly Kernel[];
  readonly others: readonly Constant[];
}

/** A loaded classifier: arrays in, arrays out; tensors never leave. Calls are synchronous and must not overlap. */
export interface Model extends Disposable {
  readonly format: string;
  readonly input: InputShape;
  /** Number of classes or labels; a model with one logit has two, a regression one. */
  readonly classes: number;
  readonly task: Task;
  /** Asked of the model at every call. */
  takes(): Takes | undefined;
  /** Class names that the file carries, one per class in the order of the outputs. Untrusted text, free of control characters. */
  readonly labels?: readonly string[];
  /** Size of the weights in memory. */
  readonly weightBytes: number;
  weights(): LearnedWeights;
  /** The explainable layers in execution order. */
  layers(): readonly LayerInfo[];
  /** @param choice `auto`, or the path of a layer. Throws `layer-unknown` when there is none, or when it has no spatial extent. */
  targetLayer(choice: string): TargetLayer;
  /**
   * Why the engine's runtime does not run this model for a layer, or stopped doing so, where the engine has one: the engine's
   * other half runs it then. Foreign text.
   */
  fallback(layer: string): string | undefined;
  /**
   * One forward pass and one backward pass through the head only, for the whole batch; results in the order given.
   * @param batch one H x W x C float32 array per image, channel-last, scaled as the model expects
   */
  explain(batch: readonly Float32Array[], request: ExplainRequest): Evidence[];
  /** One forward pass for the whole batch: one probability per class and image, as in evidence but for last bits. */
  answers(batch: readonly Float32Array[]): Float32Array[];
}

/** What a model is given beside the picture, the same for every picture. */
export interface Given {
  /** Sizes; none for a single number, which fills whatever the model takes. */
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

export type Read = (file: string, bytes: Uint8Array) => void;

export interface LoadOptions {
  /** Which output to explain, when the model has several. */
  readonly output?: string | undefined;
  /** Which signature of a SavedModel to explain, where it is not `serving_default` or the only one. */
  readonly signature?: string | undefined;
  /** What the answers are, where the graph does not show it. */
  readonly task?: TaskKind | undefined;
  /** What further inputs are given, by their names: one number for all of it, or the path of a `.npy` file. */
  readonly inputs?: Readonly<Record<string, number | string>> | undefined;
  /** The same, read; filled in where models are loaded. */
  readonly given?: ReadonlyMap<string, Given> | undefined;
  /** Told of files that are read as a whole, with what was read; filled in where models are loaded. */
  readonly read?: Read | undefined;
  /** Input size, for models that accept any. */
  readonly size?: Grid | undefined;
  /** The folder that links among the model's files must not leave; its own when not given. */
  readonly within?: string | undefined;
}

/** Of a file that holds what a further input is given: 64 MB. */
export const mostInputBytes = 2 ** 26;

/** A file on disk that may be a model, with enough of it read to tell which format it is. */
export interface ModelFile {
  readonly path: string;
  /** First bytes, at most 4 KiB. */
  readonly head: Uint8Array;
}

/** A file of one of these names makes its folder a model; they are looked for in this order. */
export const folderModels: readonly string[] = ['model.json', 'saved_model.pb'];

/** A model file format. Adding one: a file like `tfjs-layers.ts`, a line in `index.ts`, a line in the contract test. */
export interface ModelFormat {
  readonly name: string;
  recognises(file: ModelFile): boolean;
  /** Every file that belongs to the model, the named one first; digests and change detection cover all of them. */
  files(path: string, within?: string): Promise<readonly string[]>;
  load(path: string, engine: Engine, options: LoadOptions): Promise<Model>;
}
