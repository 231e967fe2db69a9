import { CamdriftError } from '../../errors.ts';
import { readLimited } from '../_read-limited.ts';
import { decoded } from './decoded.ts';
import { type MetaGraphDef, SavedModelSchema } from './tensorflow_pb.ts';

/** Protocol buffers cannot be larger. */
const mostBytes = 2 ** 31;

/** The graph for inference of a `saved_model.pb`. A training graph may lie beside it. */
export async function readMetaGraph(path: string): Promise<MetaGraphDef> {
  const { metaGraphs } = decoded(SavedModelSchema, await readLimited(path, mostBytes), path);
  const forServing = metaGraphs.find(({ metaInfoDef }) => metaInfoDef?.tags.includes('serve')) ?? metaGraphs[0];
  if (forServing?.graphDef) return forServing;
  throw new CamdriftError('model-unreadable', `${path} holds no graph.`, {
    remedy: 'Expected what `model.export()` or `tf.saved_model.save()` writes.',
  });
}
