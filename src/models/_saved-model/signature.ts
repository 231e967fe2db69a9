import { CamdriftError } from '../../errors.ts';
import { requireFitting } from '../_outputs.ts';
import type { LoadOptions } from '../model.ts';
import {
  DataType,
  type MetaGraphDef,
  type SignatureDef,
  type TensorInfo,
  type TensorShapeProto,
} from './tensorflow_pb.ts';
import { narrowed, typeName } from './values.ts';

/** What the model takes and gives, by the names its author chose. */
export interface Signature {
  readonly inputs: readonly SignatureInput[];
  /** One, or all when none was named or the name is not among them. */
  readonly outputs: readonly (Port & { readonly shape: readonly (number | null)[] | undefined })[];
}

export interface SignatureInput extends Port {
  readonly shape: TensorShapeProto | undefined;
  readonly isBytes: boolean;
}

/** A tensor of the graph, and what the signature calls it. */
export interface Port {
  readonly key: string;
  readonly name: string;
}

export function signatureOf({ signatureDef }: MetaGraphDef, { output, signature }: LoadOptions): Signature {
  const { inputs, outputs } = chosen(signatureDef, signature);
  const taken = Object.entries(inputs);
  for (const [key, tensor] of taken) requireNumbers(key, tensor, signatureDef);
  const one = output !== undefined && Object.hasOwn(outputs, output);
  const declared = Object.entries(outputs).map(([name, info]) => ({ name, shape: sizesOf(info) }));
  if (one) requireFitting(declared.find(({ name }) => name === output)!, declared);
  const names = Object.entries(outputs).filter(([name]) => !one || name === output);
  return {
    inputs: taken.map(([key, info]) => ({
      key,
      name: tensorName(info),
      shape: info.tensorShape,
      isBytes: info.dtype === DataType.DT_UINT8,
    })),
    outputs: names.map(([name, info]) => ({ key: name, name: tensorName(info), shape: sizesOf(info) })),
  };
}

const sizesOf = ({ tensorShape }: TensorInfo) =>
  tensorShape && !tensorShape.unknownRank
    ? tensorShape.dim.map(({ size }) => (size > 0n ? Number(size) : null))
    : undefined;

function chosen(signatures: MetaGraphDef['signatureDef'], wanted: string | undefined): SignatureDef {
  const others = namesOf(signatures);
  const name =
    wanted ?? (signatures.serving_default ? 'serving_default' : others.length === 1 ? others[0]! : undefined);
  const found = name !== undefined && Object.hasOwn(signatures, name) ? signatures[name] : undefined;
  if (found) return found;
  const missing = wanted ?? 'serving_default';
  throw new CamdriftError(
    'model-unsupported',
    `The model has no signature \`${missing}\` (found ${listed(others) || 'none'}).`,
    {
      remedy:
        others.length > 0
          ? choose
          : 'Export it with `model.export()`, or with `signatures=` of `tf.saved_model.save()`.',
    },
  );
}

const choose = 'Name the one that takes pixels with --signature, or `signature` in the configuration.';
const listed = (names: readonly string[]) => names.map(name => `\`${name}\``).join(', ');
const namesOf = (signatures: MetaGraphDef['signatureDef']): string[] =>
  Object.keys(signatures).filter(name => !name.startsWith('__'));

function requireNumbers(key: string, { dtype }: TensorInfo, signatures: MetaGraphDef['signatureDef']): void {
  if (takesNumbers(dtype)) return;
  const fitting = Object.entries(signatures).filter(
    ([name, { inputs }]) =>
      !name.startsWith('__') &&
      Object.values(inputs).length === 1 &&
      Object.values(inputs).every(input => takesNumbers(input.dtype)),
  );
  const names = fitting.map(([name]) => name);
  throw new CamdriftError(
    'model-unsupported',
    `The model's input \`${key}\` is ${typeName(dtype)}; camdrift explains models that take the pixels of an image.`,
    {
      remedy:
        names.length > 0 ? `${choose} Such are ${listed(names)}.` : 'Export a signature that takes decoded images.',
    },
  );
}

const takesNumbers = (dtype: DataType): boolean => narrowed(dtype) !== undefined && dtype !== DataType.DT_BOOL;

function tensorName({ encoding }: TensorInfo): string {
  if (encoding.case === 'name') return encoding.value;
  throw new CamdriftError('model-unsupported', 'The signature takes or gives something that is no plain tensor.');
}
