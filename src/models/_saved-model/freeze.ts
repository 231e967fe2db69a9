import { CamdriftError } from '../../errors.ts';
import { folded } from './fold.ts';
import { type Ref, rebuilt, type Step } from './step.ts';
import { type Value, valueFromProto } from './values.ts';

/** The same graph with numbers in place of variables, and with what follows from numbers alone worked out. */
export async function frozen(outputs: readonly Ref[], variable: (handle: Step) => Promise<Value>): Promise<Ref[]> {
  let listed = 0;
  const rebuild = async (step: Step, inputs: readonly Ref[]): Promise<Step> => {
    if (step.op === 'Const') {
      const value = constant(step);
      listed += value.data.length;
      if (listed > mostConstants) throw tooMuch(step);
      return { ...step, value };
    }
    if (step.op === 'ReadVariableOp') return numbers(step.name, await variable(handle(step, inputs)));
    if (step.op === 'VariableV2' || step.op === 'Variable') return numbers(step.name, await variable(step));
    if (step.op === 'ResourceGather') return gather(step, inputs, await variable(handle(step, inputs)));
    const value = folded(step, inputs);
    return value ? numbers(step.name, value) : { ...step, inputs };
  };
  return rebuilt(outputs, rebuild);
}

/** Of constants in the graph; a frozen network of half a gigabyte is within it. */
const mostConstants = 2 ** 27;

function tooMuch({ name }: Step): CamdriftError {
  return new CamdriftError(
    'model-unsupported',
    `The constants up to \`${name}\` have more than ${mostConstants} values.`,
  );
}

function constant({ name, attr }: Step): Value {
  const value = attr.value?.value;
  if (value?.case === 'tensor') return valueFromProto(value.value, `The constant \`${name}\``);
  throw new CamdriftError('model-unreadable', `The constant \`${name}\` has no value.`);
}

const numbers = (name: string, value: Value): Step => ({ name, op: 'Const', inputs: [], attr: {}, value });

function handle({ name, op }: Step, [first]: readonly Ref[]): Step {
  if (first) return first.step;
  throw new CamdriftError('model-unreadable', `\`${name}\` (${op}) reads no variable.`);
}

function gather(step: Step, [, indices]: readonly Ref[], value: Value): Step {
  const axis = numbers(`${step.name}/axis`, { shape: [], type: 'int32', data: Int32Array.of(0) });
  const table = numbers(`${step.name}/table`, value);
  if (!indices) throw new CamdriftError('model-unreadable', `\`${step.name}\` (${step.op}) reads no indices.`);
  const inputs = [{ step: table, index: 0 }, indices, { step: axis, index: 0 }];
  return { ...step, op: 'GatherV2', inputs };
}
