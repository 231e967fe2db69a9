import { type Call, isReference } from './_keras-calls.ts';
import { isOperation, type KerasLayer, nameOf, unsupported } from './_keras-config.ts';
import { verbatim } from './_verbatim.ts';

/** An operation as the layer that camdrift adds for it: what is done, and the numbers among its operands. */
export function operationConfig(layer: KerasLayer, calls: readonly Call[]): object {
  const operation = operationName(layer);
  const [call] = calls;
  const operands = (call?.operands ?? []).map(operand => (isReference(operand) ? 'tensor' : operand));
  const tensors = operands.filter(operand => operand === 'tensor').length;
  if (calls.length !== 1 || operands.length !== 2 || tensors === 0)
    throw unsupported(`The operation \`${nameOf(layer)}\` is called in a way that camdrift does not read.`);
  return { keras: verbatim({ kerasClass: layer.class_name, operation, operands }) };
}

/** What `x / 127.5` and the like became, by what Keras 3 and Keras 2 call it. */
function operationName(layer: KerasLayer): string {
  const name = layer.class_name === 'TFOpLambda' ? String(layer.config.function) : layer.class_name;
  const found = isOperation(layer) ? operations[name] : undefined;
  if (found) return found;
  throw unsupported(
    `\`${nameOf(layer)}\` is the operation \`${name}\`, which camdrift does not read.`,
    'Replace it with a layer of Keras (Rescaling, Normalization, GlobalAveragePooling2D), or export the model to ONNX.',
  );
}

const operations: Readonly<Record<string, string>> = {
  Add: 'add',
  Subtract: 'sub',
  Multiply: 'mul',
  TrueDivide: 'div',
  Divide: 'div',
  Maximum: 'maximum',
  Minimum: 'minimum',
  '__operators__.add': 'add',
  'math.add': 'add',
  'math.subtract': 'sub',
  'math.multiply': 'mul',
  'math.truediv': 'div',
  'math.divide': 'div',
  'math.maximum': 'maximum',
  'math.minimum': 'minimum',
  'nn.bias_add': 'add',
};
