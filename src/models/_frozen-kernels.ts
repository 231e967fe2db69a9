import type { GraphModel } from '@tensorflow/tfjs-converter';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { TensorFlow } from '../engines/engine.ts';
import type { GraphNode } from './_graph.ts';
import { depthwiseKernel, kernelOf, turnedKernel } from './_kernels.ts';
import { type NodeDef, nodeName } from './_op-kinds.ts';
import type { Kernel } from './model.ts';

type Core = TensorFlow['core'];

/** The constants that convolutions and matrix products read, in execution order. */
export function frozenKernels(
  core: Core,
  model: GraphModel,
  def: { readonly node: readonly NodeDef[] },
  nodes: readonly GraphNode[],
): Kernel[] {
  const table = new Map(def.node.map(node => [node.name, node]));
  const data = new Set(nodes.map(({ name }) => name));
  const constant = (name: string): Tensor | undefined =>
    data.has(name) ? undefined : weightBehind(model, table, name);
  return nodes.flatMap(({ name }) => {
    const node = table.get(name)!;
    const tensor = readers.has(node.op) && (node.input ?? []).map(nodeName).map(constant).find(isKernel);
    return tensor ? [kernelAs(core, node, tensor)] : [];
  });
}

const readers: ReadonlySet<string> = new Set([
  'Conv2D',
  '_FusedConv2D',
  'Conv2DBackpropInput',
  'DepthwiseConv2dNative',
  'FusedDepthwiseConv2dNative',
  'MatMul',
  '_FusedMatMul',
  'BatchMatMul',
  'BatchMatMulV2',
  'Einsum',
]);

const isKernel = (tensor: Tensor | undefined): tensor is Tensor =>
  tensor !== undefined && tensor.rank >= 2 && tensor.dtype === 'float32';

/** The largest weight behind a constant value: what comes between is a shape, a scale per channel or an identity. */
function weightBehind(model: GraphModel, table: ReadonlyMap<string, NodeDef>, name: string): Tensor | undefined {
  const seen = new Set([name]);
  let largest: Tensor | undefined;
  for (const each of seen) {
    const weight = model.weights[each]?.[0];
    if (isKernel(weight) && weight.size > (largest?.size ?? 0)) largest = weight;
    for (const input of table.get(each)?.input ?? []) seen.add(nodeName(input));
  }
  return largest;
}

function kernelAs(core: Core, { op, attr }: NodeDef, tensor: Tensor): Kernel {
  if (op.includes('Depthwise')) return depthwiseKernel(core, tensor);
  const turned = op === 'Conv2DBackpropInput' || attr?.transpose_b?.b === true || attr?.adj_y?.b === true;
  return turned ? turnedKernel(core, tensor) : kernelOf(core, tensor);
}
