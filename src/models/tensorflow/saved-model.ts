import { create } from '@bufbuild/protobuf';
import { openBundle } from '../_saved-model/bundle.ts';
import { frozen } from '../_saved-model/freeze.ts';
import { inlined } from '../_saved-model/inline.ts';
import { stepNames } from '../_saved-model/names.ts';
import { type SignatureInput, signatureOf } from '../_saved-model/signature.ts';
import { type Step, stepsOf } from '../_saved-model/step.ts';
import { AttrValueSchema, DataType, type MetaGraphDef } from '../_saved-model/tensorflow_pb.ts';
import { variables } from '../_saved-model/variables.ts';
import type { LoadOptions } from '../model.ts';
import { chosenAnswer } from './answer.ts';
import type { Feed, Frozen } from './lower.ts';

export { loadFrozen } from './load.ts';

/** What is explained, frozen, with the nodes that its author knows. */
export async function frozenSavedModel(
  metaGraph: MetaGraphDef,
  index: () => Promise<string>,
  options: LoadOptions,
): Promise<Frozen> {
  const signature = signatureOf(metaGraph, options);
  const inputs = signature.inputs.map(input => ({ ...input, step: placeholder(input) }));
  const graph = inlined(metaGraph.graphDef!, inputs);
  const outputs = graph.refs(signature.outputs.map(({ name }) => name));
  const bundle = async () => openBundle(await index(), options.within);
  const values = variables(graph, metaGraph.saverDef?.restoreOpName ?? '', bundle);
  const answers = await frozen(outputs, values);
  const names = stepNames(stepsOf(answers));
  const listed = answers.map((ref, at) => ({ ...signature.outputs[at]!, ref }));
  const answer = chosenAnswer(listed, names, options.output);
  return { answer, names, feeds: inputs.map(feed) };
}

const feed = ({ key, shape, isBytes }: SignatureInput): Feed => ({
  name: key,
  isBytes,
  sizes: (shape?.dim ?? []).map(({ size }) => (size > 0n ? Number(size) : null)),
});

/** Images are fed as float32, whatever type the graph makes of them. */
function placeholder({ key, shape }: SignatureInput): Step {
  const dtype = create(AttrValueSchema, { value: { case: 'type', value: DataType.DT_FLOAT } });
  const attr = shape
    ? { dtype, shape: create(AttrValueSchema, { value: { case: 'shape', value: shape } }) }
    : { dtype };
  return { name: key, op: 'Placeholder', inputs: [], attr };
}
