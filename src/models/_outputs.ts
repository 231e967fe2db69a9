import { CamdriftError } from '../errors.ts';

/** An output as a file declares it. */
export interface DeclaredOutput {
  readonly name: string;
  /** Images first. A text stands for a size that is the same wherever it is written, `null` for one that is not known. */
  readonly shape?: readonly (number | string | null)[] | undefined;
  /** Whether it holds whole numbers, truths or texts. */
  readonly isWhole?: boolean;
}

/**
 * What to say where a model has several outputs and none is chosen, or one that is not there. Only outputs that can be
 * class scores are proposed.
 */
export function outputsProblem(
  kind: 'graph' | 'model',
  outputs: readonly DeclaredOutput[],
  wanted: string | undefined,
): CamdriftError {
  const found = wanted === undefined ? 'and none was chosen' : `but not \`${wanted}\``;
  const fitting = outputs.filter(output => whyNot(output, outputs) === undefined);
  const remedy =
    fitting.length === outputs.length
      ? `Name the one that holds the class scores with --output. ${ifNone}`
      : fitting.length > 0
        ? `Name the one that holds the class scores with --output; by its shape that can be ${fitting.map(quoted).join(' or ')}. ${ifNone}`
        : 'None of them can be class scores, images x classes: this is no classifier (a detector or a segmenter, as it seems), and cannot be explained.';
  return new CamdriftError(
    'model-unsupported',
    `The ${kind} has the outputs ${outputs.map(described).join(', ')}, ${found}.`,
    { remedy },
  );
}

const ifNone = 'Without one, the model is no classifier and cannot be explained.';

/** @throws CamdriftError `model-unsupported` where what is declared beside an output says that it is no class scores */
export function requireFitting(output: DeclaredOutput, outputs: readonly DeclaredOutput[]): void {
  const why = whyNot(output, outputs);
  if (why === undefined) return;
  const message = `The output ${described(output)} ${why}; expected one score per class.`;
  throw new CamdriftError('model-unsupported', message, {
    remedy: 'camdrift explains classifiers: name an output that holds one score per class, if the model has one.',
  });
}

/** The sentence's end that says why an output is no row of class scores; `undefined` where it may be. */
function whyNot({ shape, isWhole }: DeclaredOutput, outputs: readonly DeclaredOutput[]): string | undefined {
  if (isWhole) return 'holds whole numbers';
  if (!shape) return undefined;
  const own = shape.slice(1).filter(size => size !== 1);
  if (own.filter(size => typeof size === 'number').length > 1) return 'is no row of numbers for each image';
  const rows = shape.length === 1 ? shape[0] : own.length === 1 ? own[0] : undefined;
  const boxes = outputs.find(other => holdsBoxes(other, rows));
  return boxes && `is a number for each of the boxes in ${described(boxes)}, as of a detector`;
}

/** Four numbers for each of as many things; images that have one box each are no such things. */
function holdsBoxes({ shape = [] }: DeclaredOutput, rows: number | string | null | undefined): boolean {
  const isImages = shape.length === 2 && (typeof rows !== 'string' || /batch|^(n|b|bs)$/i.test(rows));
  return (
    rows !== null && rows !== undefined && shape.length > 1 && shape.at(-1) === 4 && shape.at(-2) === rows && !isImages
  );
}

const quoted = ({ name }: DeclaredOutput): string => `\`${name}\``;

function described(output: DeclaredOutput): string {
  const sizes = output.shape?.map(size => size ?? '?').join(' x ');
  return sizes ? `${quoted(output)} (${sizes})` : quoted(output);
}
