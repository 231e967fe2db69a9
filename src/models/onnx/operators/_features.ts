import { countsCells } from '../../_arrangement.ts';
import type { Kind } from '../../_graph.ts';
import { reducedAxes } from '../cells.ts';
import type { CellFacts, Orientation, Step } from '../operation.ts';

import type { Shape } from '../value.ts';

const shapeAt = ({ inputs }: Step, facts: CellFacts, at = 0): Shape => facts.shape(inputs[at] ?? '') ?? [];

/** A linear 1x1 convolution commutes with the mean over the grid. */
export function convolutionFeatures(step: Step, facts: CellFacts): Kind {
  const [, , ...kernel] = facts.constant(step.inputs[1] ?? '')?.shape ?? shapeAt(step, facts, 1);
  const ones = [...kernel, ...(step.attributes.ints('strides') ?? [])].every(size => size === 1);
  const padded = (step.attributes.ints('pads') ?? []).some(size => size !== 0);
  return ones && !padded ? 'pointwise-convolution' : 'convolution';
}

/** Linear where one operand is the features, the other a constant scalar or one value per channel. */
export function sumFeatures(step: Step, facts: CellFacts): Kind {
  const [left, right] = step.inputs.map(name => facts.constant(name));
  const known = left ?? right;
  const features = left ? step.inputs[1]! : step.inputs[0]!;
  if (!known) return 'elementwise';
  return isPerChannel(known.shape, facts.shape(features) ?? [], facts.orientation(features))
    ? 'pointwise-linear'
    : 'elementwise';
}

/** A constant that is divided is linear in nothing. */
export const quotientFeatures = (step: Step, facts: CellFacts): Kind =>
  facts.constant(step.inputs[0]!) ? 'elementwise' : sumFeatures(step, facts);

function isPerChannel(constant: Shape, features: Shape, orientation: Orientation): boolean {
  const channel = features.length === 4 && orientation === 'nchw' ? 1 : features.length - 1;
  return constant.every((size, at) => size === 1 || at - constant.length + features.length === channel);
}

/** A product that sums over cells embeds patches; one with a matrix at every cell is linear. */
export function productFeatures(step: Step, facts: CellFacts): Kind {
  if (facts.constant(step.inputs[1] ?? '')?.shape.length !== 2) return 'other';
  const before = facts.arrangement(step.inputs[0]!);
  if (before) return countsCells(before.axes.at(-1)) ? 'convolution' : 'pointwise-linear';
  const isImage = shapeAt(step, facts).length === 4 && facts.orientation(step.inputs[0]!) === 'nchw';
  return isImage ? 'other' : 'pointwise-linear';
}

export const denseFeatures = (step: Step, facts: CellFacts): Kind =>
  facts.constant(step.inputs[1] ?? '') ? 'pointwise-linear' : 'other';

export function averageFeatures(step: Step, facts: CellFacts): Kind {
  const [, , ...grid] = shapeAt(step, facts);
  const kernel = step.attributes.ints('kernel_shape') ?? [];
  const isWhole = kernel.length === grid.length && kernel.every((size, at) => size >= grid[at]!);
  const isPadded = (step.attributes.ints('pads') ?? []).some(size => size !== 0);
  return isWhole && !isPadded ? 'global-average' : 'spatial';
}

/** The mean over every cell, wherever they lie, and nothing else. */
export function meanFeatures(step: Step, facts: CellFacts): Kind {
  const axes = reducedAxes(step, facts)?.toSorted() ?? [];
  const before = facts.arrangement(step.inputs[0]!);
  if (before) {
    const grid = before.axes.flatMap((axis, at) => (countsCells(axis) ? [at] : []));
    const alone = grid.every(at => before.axes[at]!.every(({ of }) => of === 'row' || of === 'column'));
    return alone && axes.join() === grid.join() ? 'global-average' : 'other';
  }
  const image = facts.orientation(step.inputs[0]!) === 'nchw' ? '2,3' : '1,2';
  return shapeAt(step, facts).length === 4 && axes.join() === image ? 'global-average' : 'other';
}

/** Parts of an image that are joined along its rows or columns, as pooled windows are, need not lie as in the picture. */
export function joinFeatures(step: Step, facts: CellFacts): Kind {
  const shape = shapeAt(step, facts);
  if (shape.length < 2) return 'other';
  const joined = step.attributes.int('axis', 0);
  const axis = joined < 0 ? joined + shape.length : joined;
  const image = facts.orientation(step.inputs[0]!) === 'nchw' ? [2, 3] : [1, 2];
  const isFollowed = facts.arrangement(step.outputs[0]!) !== undefined;
  return shape.length === 4 && image.includes(axis) && !isFollowed ? 'other' : 'elementwise';
}
