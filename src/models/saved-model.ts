import { basename, dirname, join } from 'node:path';
import { create } from '@bufbuild/protobuf';
import type { io } from '@tensorflow/tfjs-core';
import { confinedPart } from '../workspace.ts';
import { frozenClassifier } from './_frozen-classifier.ts';
import { artifactsOf } from './_saved-model/artifacts.ts';
import { openBundle } from './_saved-model/bundle.ts';
import { frozen } from './_saved-model/freeze.ts';
import { inlined } from './_saved-model/inline.ts';
import { readMetaGraph } from './_saved-model/meta-graph.ts';
import { requireRunnable } from './_saved-model/runnable.ts';
import { type Signature, signatureOf } from './_saved-model/signature.ts';
import type { Step } from './_saved-model/step.ts';
import { AttrValueSchema, DataType } from './_saved-model/tensorflow_pb.ts';
import { variables } from './_saved-model/variables.ts';
import type { LoadOptions, ModelFormat } from './model.ts';

/**
 * TensorFlow SavedModels: `saved_model.pb` and a bundle of variables beside it, frozen here and run as a graph.
 * `fingerprint.pb` and `assets` take no part in that and belong to no digest.
 */
export const savedModel: ModelFormat = {
  name: 'saved-model',
  recognises: ({ path, head }) => basename(path) === 'saved_model.pb' && firstBytes.has(head[0]),
  async files(path, within) {
    const { saverDef } = await readMetaGraph(path);
    if (!saverDef) return [path];
    const index = await indexPath(path, within);
    const bundle = await openBundle(index, within).catch(() => undefined); // before it has been fetched, for one
    return [path, index, ...(bundle?.shards ?? [])];
  },
  async load(path, engine, options) {
    const artifacts = await readArtifacts(path, options);
    const source = { format: 'saved-model', path, kind: 'TensorFlow SavedModel' };
    return frozenClassifier(source, artifacts, engine, options);
  },
};

/** Of the version of the schema and of the graphs, one of which a writer puts first. */
const firstBytes: ReadonlySet<number | undefined> = new Set([0x08, 0x12]);

function indexPath(path: string, within?: string): Promise<string> {
  return confinedPart(dirname(path), join('variables', 'variables.index'), `variables of ${path}`, within);
}

async function readArtifacts(path: string, { output, within }: LoadOptions): Promise<io.ModelArtifacts> {
  const metaGraph = await readMetaGraph(path);
  const signature = signatureOf(metaGraph, output);
  const graph = inlined(metaGraph.graphDef!, { name: signature.input.name, step: placeholder(signature) });
  const outputs = graph.refs(signature.outputs.map(({ name }) => name));
  const bundle = async () => openBundle(await indexPath(path, within), within);
  const values = variables(graph, metaGraph.saverDef?.restoreOpName ?? '', bundle);
  const answers = await frozen(outputs, values);
  requireRunnable(answers);
  return artifactsOf(answers, signature.outputs);
}

/** Images are fed as float32, whatever type the graph makes of them. */
function placeholder({ input: { key, shape } }: Signature): Step {
  const dtype = create(AttrValueSchema, { value: { case: 'type', value: DataType.DT_FLOAT } });
  const attr = shape
    ? { dtype, shape: create(AttrValueSchema, { value: { case: 'shape', value: shape } }) }
    : { dtype };
  return { name: key, op: 'Placeholder', inputs: [], attr };
}
