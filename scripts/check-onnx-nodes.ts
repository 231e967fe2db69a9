/**
 * Runs the node tests of the ONNX project (written by scripts/make-onnx-nodes.py) whose operators camdrift claims.
 *
 *   node scripts/check-onnx-nodes.ts FOLDER [--engine native] [--part of-a-test's-name] [--write]
 *
 * Each runs three times: the first float input as an image plain and with its channels last (the other inputs are constants,
 * as in a network), and everything as constants. Names every test that fails or is left out, with the reason; --write puts the section of docs/onnx.md.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromBinary } from '@bufbuild/protobuf';
import type { Engine } from '../src/engines/engine.ts';
import { inLayout } from '../src/models/onnx/layout.ts';
import { ModelProtoSchema, type NodeProto, TensorProtoSchema } from '../src/models/onnx/onnx_pb.ts';
import { operations } from '../src/models/onnx/operators/index.ts';
import { planOf } from '../src/models/onnx/plan.ts';
import { readTensor } from '../src/models/onnx/read-tensor.ts';
import { Runner } from '../src/models/onnx/runner.ts';
import { channelsLast, Known, type Live, plain } from '../src/models/onnx/value.ts';
import { Weights } from '../src/models/onnx/weights.ts';
import { asked } from './tables/asked.ts';
import { replaceSection } from './tables/document.ts';
import { nodeSection, type Result } from './tables/node-section.ts';

type Mode = 'plain' | 'channels-last' | 'constants';

const { folder, engine, part, write } = await asked();
const claimed = new Set(Object.keys(operations));
const results = readdirSync(folder)
  .filter(name => name.includes(part) && existsSync(join(folder, name, 'model.onnx')))
  .flatMap(name => check(name));
report();

function check(name: string): Result[] {
  const model = fromBinary(ModelProtoSchema, readFileSync(join(folder, name, 'model.onnx')));
  const nodes = model.graph!.node;
  if (!nodes.every(node => claimed.has(node.opType) && node.domain === '')) return [];
  const operator = nodes.length === 1 ? nodes[0]!.opType : 'several';
  const opset = Number(model.opsetImport.find(({ domain }) => domain === '')?.version);
  const result = (outcome: Result['outcome'], reason = ''): Result => ({ name, operator, outcome, reason });
  const why = leftOut(name);
  if (why) return [result('left out', why)];
  const modes: Mode[] = ['plain', 'channels-last', 'constants'];
  for (const mode of modes) {
    try {
      engine.tf.core.tidy(() => run(engine, name, mode, opset));
    } catch (error) {
      const { message } = error as Error;
      return [result(isRefusal(error) ? 'left out' : 'failed', `${mode}: ${message.split('\n')[0]}`)];
    }
  }
  return [result('passed')];
}

function isRefusal(error: unknown): boolean {
  return (error as Error).name === 'CamdriftError';
}

function leftOut(name: string): string | undefined {
  const files = readdirSync(join(folder, name)).filter(file => file.endsWith('.pb'));
  const types = files.map(file => tensorProto(name, file).dataType);
  const odd = types.filter(type => ![1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 16, 21, 22].includes(type));
  if (odd.length > 0) return `element type ${odd[0]} (strings, 8-bit floats and the like)`;
  if (!files.some(file => file.startsWith('output'))) return 'no tensor comes out';
  return undefined;
}

function tensorProto(name: string, file: string) {
  return fromBinary(TensorProtoSchema, readFileSync(join(folder, name, file)));
}

function run({ tf: { core } }: Engine, name: string, mode: Mode, opset: number): void {
  const { graph } = fromBinary(ModelProtoSchema, readFileSync(join(folder, name, 'model.onnx')));
  const weights = new Weights(core);
  const files = (kind: string, count: number) =>
    Array.from({ length: count }, (_, at) => loose(name, `${kind}_${at}.pb`));
  const inputs = new Map(files('input', graph!.input.length).map((known, at) => [graph!.input[at]!.name, known]));
  for (const tensor of graph!.initializer) inputs.set(tensor.name, readTensor(tensor, undefined, tensor.name));
  const image =
    mode === 'constants'
      ? undefined
      : [...inputs].find(([, known]) => known.type === 'float' || isQuantised(graph!.node));
  if (mode === 'channels-last' && image?.[1].shape.length !== 4) return;
  const feeds = new Map<string, Live>();
  if (image) feeds.set(image[0], live(core, image[1], mode));
  const constantOf = (value: string) => (feeds.has(value) ? undefined : inputs.get(value));
  const outputs = graph!.output.map(value => value.name).slice(0, several(graph!.node) ? undefined : 1);
  const plan = planOf(graph!.node, constantOf, [...feeds.keys()], outputs, opset, weights);
  const runner = new Runner(plan, weights, graph!.output[0]!.name, () => feeds);
  const expected = files('output', outputs.length);
  for (const [at, output] of outputs.entries()) {
    const constant = plan.constants.get(output);
    const found =
      constant ??
      (plan.shapeSteps.has(output)
        ? runner.known(output, 1, feeds)
        : asKnown(core, runner.run(feeds, [output], 1)[0]!));
    const half = [10, 16].includes(tensorProto(name, `output_${at}.pb`).dataType);
    compare(found, expected[at]!, half ? 1e-2 : 1e-4);
  }
  weights.dispose();
}

/** Their first input is the image in whole numbers. */
function isQuantised(nodes: readonly NodeProto[]): boolean {
  return nodes.some(({ opType }) => /^QLinear|Integer$/.test(opType));
}

/** Masks, indices of maxima and statistics, which other operators give beside their result, are not computed. */
function several(nodes: readonly NodeProto[]): boolean {
  return nodes.length > 1 || ['Split', 'DynamicQuantizeLinear', 'TopK'].includes(nodes[0]!.opType);
}

/** Test data may hold infinities on purpose. */
function loose(name: string, file: string): Known {
  return readTensor(tensorProto(name, file), undefined, file, false);
}

function live(core: Engine['tf']['core'], known: Known, mode: Mode): Live {
  const tensor = core.tensor(Float32Array.from(known.data), [...known.shape]);
  return mode === 'plain' ? plain(tensor) : channelsLast(core.transpose(tensor, [0, 2, 3, 1]));
}

function asKnown(core: Engine['tf']['core'], value: Live): Known {
  const tensor = inLayout(core, value, 'plain');
  return new Known(tensor.shape, 'float', tensor.dataSync() as Float32Array);
}

function compare(found: Known, expected: Known, tolerance: number): void {
  if (found.shape.join() !== expected.shape.join())
    throw new Error(`shape ${found.shape.join(' x ')} instead of ${expected.shape.join(' x ')}`);
  const scale = Array.from(expected.data).reduce(
    (most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : most),
    1,
  );
  const apart = Array.from(expected.data, (x, at) =>
    Object.is(x, found.data[at]) || x === found.data[at] ? 0 : Math.abs(x - found.data[at]!),
  );
  const worst = apart.findIndex(value => !(value <= tolerance * scale));
  if (worst >= 0) throw new Error(`entry ${worst} is ${found.data[worst]} instead of ${expected.data[worst]}`);
}

function report(): void {
  for (const { name, outcome, reason } of results)
    if (outcome !== 'passed') console.log(`${outcome}: ${name}: ${reason}`);
  const section = nodeSection(results, [...claimed].filter(name => !name.includes('.')).sort());
  console.log(`\n${engine.name}\n${section.join('\n')}`);
  if (write) replaceSection('docs/onnx.md', '## ONNX', section);
  const count = (outcome: string) => results.filter(result => result.outcome === outcome).length;
  process.exitCode = count('passed') === 0 || count('failed') > 0 ? 1 : 0;
}
