import { CamdriftError } from '../errors.ts';
import { ancestors, type Graph, type GraphNode, nodeTable, shapeOf } from './_graph.ts';
import type { Scores } from './_head.ts';

/** Numbers in a row for each image, which is what class scores are. */
export const isRow = (shape: readonly number[]): boolean => shape.filter(size => size > 1).length <= 1;

/**
 * That a model's answer can be class scores: one number per class for each image, made of the image by steps that have a
 * gradient. Boxes, masks, pictures and numbers of classes cannot be.
 * @throws CamdriftError `model-unsupported` with the output's name and what it holds
 */
export function requireClassScores(graph: Graph, scores: Scores): void {
  requireRow(graph, scores);
  requireGradient(graph, scores.node);
}

/** Steps that change no value may lay a grid out as one row: it is a grid all the same. */
function requireRow(graph: Graph, scores: Scores): void {
  const table = nodeTable(graph.nodes);
  let node = table.get(graph.output);
  for (; node; node = node.kind === 'identity' ? table.get(node.inputs[0]!) : undefined) {
    const shape = shapeOf(graph, node.name);
    if (!isRow(shape)) throw noRow(graph, node, shape);
  }
  const shape = shapeOf(graph, scores.node);
  if (shape.includes(0)) throw noRow(graph, table.get(scores.node)!, shape);
  if (!isRow(shape)) throw noRow(graph, table.get(scores.node)!, shape);
}

function noRow(graph: Graph, { name }: GraphNode, shape: readonly number[]): CamdriftError {
  const sizes = shape.includes(0) ? 'no' : shape.filter(size => size > 1).join(' x ');
  const what = name === graph.output ? '' : `is made of \`${name}\`, which `;
  return new CamdriftError(
    'model-unsupported',
    `The output \`${graph.output}\` ${what}holds ${sizes} numbers for each image${likeness(graph, shape)}; expected one score per class.`,
    { remedy: notAClassifier },
  );
}

/** What such a shape is known from. */
function likeness({ inputShape: { width, height } }: Graph, shape: readonly number[]): string {
  const axes = shape.filter(size => size > 1);
  const [first = 0, second = 0] = axes;
  const isGrid = axes.length > 1 && Math.abs(width * first - height * second) < Math.max(width, height);
  if (isGrid && width >= second && first * 32 >= height) return ', as a mask or a picture does';
  return axes.length === 2 ? ', as the boxes of a detector or the tokens of an encoder do' : '';
}

const notAClassifier =
  'camdrift explains models that give one score per class. If this one has such an output or value beside it, name it with --output; detectors, segmenters, autoencoders and encoders cannot be explained.';

/** Whole numbers and truths have no slope, so nothing behind them says which part of the image decided. */
function requireGradient(graph: Graph, scores: string): void {
  const table = nodeTable(graph.nodes);
  const whole = new Set(graph.nodes.filter(({ isWhole }) => isWhole).map(({ name }) => name));
  const reached = ancestors(graph.nodes, scores, whole);
  const begins = ({ name, kind }: GraphNode) => (kind === 'input' || kind === 'convolution') && reached.has(name);
  if (!whole.has(scores) && (whole.size === 0 || graph.nodes.some(begins))) return;
  const { name, operation } = table.get([...reached].find(each => whole.has(each)) ?? scores)!;
  const what = name === graph.output ? 'holds' : 'is made of';
  throw new CamdriftError(
    'model-unsupported',
    `The output \`${graph.output}\` ${what} whole numbers or truths (\`${name}\`, ${operation}), such as the number of the likeliest class; expected a score per class, which has a gradient.`,
    {
      remedy:
        'Export the model without that last step, or name with --output the value that it reads, if that holds one score per class.',
    },
  );
}

/**
 * That the numbers of several images are a row for each: an output of one number per image has no axis to tell by.
 * @param found how many numbers came out of one image
 */
export function requireOneEach(graph: Graph, found: number): void {
  if (found === 1) return;
  throw new CamdriftError(
    'model-unsupported',
    `The output \`${graph.output}\` has ${found} numbers and no axis for the images; expected images x classes.`,
    { remedy: 'Export the model without the step that takes the first axis away (Squeeze, Reshape).' },
  );
}
