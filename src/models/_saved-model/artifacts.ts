import { toJson } from '@bufbuild/protobuf';
import type { io } from '@tensorflow/tfjs-core';
import type { NodeDef } from '../_op-kinds.ts';
import { defaults } from './defaults.ts';
import { stepNames } from './names.ts';
import type { Port } from './signature.ts';
import { type Ref, type Step, stepsOf } from './step.ts';
import { type AttrValue, AttrValueSchema } from './tensorflow_pb.ts';
import { narrowed, type Value } from './values.ts';

/** The graph in the form TensorFlow.js loads: nodes as JSON, constants as one piece of memory. */
export function artifactsOf(outputs: readonly Ref[], ports: readonly Port[]): io.ModelArtifacts {
  const answers = outputs.map((ref, at) => firstOutput(ref, ports[at]!.key));
  const steps = stepsOf(answers);
  const names = stepNames(steps);
  const constants = steps.flatMap(step => (step.value ? { name: names.get(step)!, value: step.value } : []));
  const named = answers.map(({ step }, at) => [ports[at]!.key, { name: `${names.get(step)!}:0` }]);
  return {
    modelTopology: { node: steps.map(step => nodeDef(step, names)), versions: { producer: 1 } },
    signature: { outputs: Object.fromEntries(named) },
    weightSpecs: constants.map(({ name, value }) => ({ name, shape: [...value.shape], dtype: value.type })),
    weightData: joined(constants.map(({ value }) => value)),
  };
}

/** A name stands for a node's first output; another one gets a node of its own. */
function firstOutput(ref: Ref, key: string): Ref {
  if (ref.index === 0) return ref;
  return { step: { name: `${ref.step.name}/${key}`, op: 'Identity', inputs: [ref], attr: {} }, index: 0 };
}

function nodeDef(step: Step, names: ReadonlyMap<Step, string>): NodeDef {
  const input = step.inputs.map(({ step: other, index }) => `${names.get(other)!}${index === 0 ? '' : `:${index}`}`);
  const attr = Object.entries(step.attr).filter(([key]) => key !== 'value' && !key.startsWith('_'));
  return {
    name: names.get(step)!,
    op: step.op,
    input,
    attr: { ...defaults.get(step.op), ...Object.fromEntries(attr.map(([key, value]) => [key, json(value) as object])) },
  };
}

/** TensorFlow.js has three types; it does not know the names of all others. */
function json(attr: AttrValue): unknown {
  const { value } = attr;
  if (value.case !== 'type') return toJson(AttrValueSchema, attr);
  return { type: { float32: 'DT_FLOAT', int32: 'DT_INT32', bool: 'DT_BOOL' }[narrowed(value.value) ?? 'float32'] };
}

function joined(values: readonly Value[]): ArrayBuffer {
  const memory = new Uint8Array(values.reduce((sum, { data }) => sum + data.byteLength, 0));
  let at = 0;
  for (const { data } of values) {
    memory.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return memory.buffer;
}
