import { CamdriftError } from '../../errors.ts';
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
  readonly input: Port & { readonly shape: TensorShapeProto | undefined };
  /** One, or all when none was named or the name is not among them. */
  readonly outputs: readonly Port[];
}

/** A tensor of the graph, and what the signature calls it. */
export interface Port {
  readonly key: string;
  readonly name: string;
}

export function signatureOf({ signatureDef }: MetaGraphDef, output: string | undefined): Signature {
  const { inputs, outputs } = chosen(signatureDef);
  const listed = Object.entries(inputs);
  const [key, tensor] = listed[0] ?? [];
  if (listed.length !== 1 || key === undefined || !tensor) {
    throw new CamdriftError(
      'model-unsupported',
      `The signature has ${listed.length} inputs (${listed.map(([name]) => name).join(', ')}); camdrift explains models with one image input.`,
    );
  }
  requireNumbers(key, tensor);
  const one = output !== undefined && Object.hasOwn(outputs, output);
  const names = Object.entries(outputs).filter(([name]) => !one || name === output);
  return {
    input: { key, name: tensorName(tensor), shape: tensor.tensorShape },
    outputs: names.map(([name, info]) => ({ key: name, name: tensorName(info) })),
  };
}

function chosen(signatures: MetaGraphDef['signatureDef']): SignatureDef {
  const usual = signatures.serving_default;
  const others = Object.keys(signatures).filter(name => !name.startsWith('__'));
  const only = others.length === 1 ? signatures[others[0]!] : undefined;
  const found = usual ?? only;
  if (found) return found;
  throw new CamdriftError(
    'model-unsupported',
    `The model has no signature \`serving_default\` (found ${others.map(name => `\`${name}\``).join(', ') || 'none'}).`,
    { remedy: 'Export it with `model.export()`, or with `signatures=` of `tf.saved_model.save()`.' },
  );
}

function requireNumbers(key: string, { dtype }: TensorInfo): void {
  if (narrowed(dtype) && dtype !== DataType.DT_BOOL) return;
  throw new CamdriftError(
    'model-unsupported',
    `The model's input \`${key}\` is ${typeName(dtype)}; camdrift explains models that take the pixels of an image.`,
    { remedy: 'Export a signature that takes decoded images.' },
  );
}

function tensorName({ encoding }: TensorInfo): string {
  if (encoding.case === 'name') return encoding.value;
  throw new CamdriftError('model-unsupported', 'The signature takes or gives something that is no plain tensor.');
}
