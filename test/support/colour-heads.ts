import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { floats, node, onnxBytes, value } from './onnx-model.ts';

const kernel = [1, -0.5, -0.5, -0.5, 1, -0.5, -0.5, -0.5, 1];
const weightsOf = (units: readonly Unit[]): number[] => [0, 1, 2].flatMap(colour => units.map(unit => unit[colour]!));

/** One output: how much red, green and blue speak for it, and its bias. */
export type Unit = readonly [red: number, green: number, blue: number, bias: number];

/**
 * Writes an ONNX model of pictures of 16 x 16 that can be foretold by hand: three channels find where red, green and blue
 * exceed the mean of the others, ReLU, their means, and a number per unit; with or without a sigmoid.
 */
export async function writeColourHeads(
  path: string,
  units: readonly Unit[],
  ends: 'Sigmoid' | 'nothing',
): Promise<string> {
  const weights = weightsOf(units);
  const last = ends === 'Sigmoid' ? [node('Sigmoid', ['scores'], ['answer'], {}, 'answer')] : [];
  const graph = {
    node: [
      node('Conv', ['image', 'kernel'], ['colours'], { kernel_shape: [1, 1] }, 'colours'),
      node('Relu', ['colours'], ['relu'], {}, 'relu'),
      node('ReduceMean', ['relu'], ['mean'], { axes: [2, 3], keepdims: 0 }, 'mean'),
      node('Gemm', ['mean', 'weights', 'bias'], ['scores'], {}, 'scores'),
      ...last,
    ],
    initializer: [
      floats('kernel', [3, 3, 1, 1], kernel),
      floats('weights', [3, units.length], weights),
      floats(
        'bias',
        [units.length],
        units.map(unit => unit[3]),
      ),
    ],
    input: [value('image', 'batch', 3, 16, 16)],
    output: [value(ends === 'Sigmoid' ? 'answer' : 'scores', 'batch', units.length)],
  };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, onnxBytes(graph));
  return path;
}

/** Two such models whose scores are added up, with layers `/a/Relu` and `/b/Relu`; the second one runs last. */
export async function writeEnsemble(
  path: string,
  members: Readonly<Record<'a' | 'b', readonly Unit[]>>,
): Promise<string> {
  const parts = Object.entries(members).map(([name, units]) => ({
    node: [
      node('Conv', ['image', 'kernel'], [`${name} colours`], { kernel_shape: [1, 1] }, `/${name}/Conv`),
      node('Relu', [`${name} colours`], [`${name} relu`], {}, `/${name}/Relu`),
      node('ReduceMean', [`${name} relu`], [`${name} mean`], { axes: [2, 3], keepdims: 0 }, `/${name}/ReduceMean`),
      node('Gemm', [`${name} mean`, `${name} weights`], [`${name} scores`], {}, `/${name}/Gemm`),
    ],
    weights: floats(`${name} weights`, [3, units.length], weightsOf(units)),
  }));
  const graph = {
    node: [...parts.flatMap(part => part.node), node('Add', ['a scores', 'b scores'], ['scores'], {}, 'scores')],
    initializer: [floats('kernel', [3, 3, 1, 1], kernel), ...parts.map(({ weights }) => weights)],
    input: [value('image', 'batch', 3, 16, 16)],
    output: [value('scores', 'batch', members.a.length)],
  };
  await writeFile(path, onnxBytes(graph));
  return path;
}
