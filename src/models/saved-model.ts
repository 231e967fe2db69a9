import { basename, dirname, join } from 'node:path';
import { confinedPart } from '../files/workspace.ts';
import type { ModelFormat } from './model.ts';

/**
 * TensorFlow SavedModels: `saved_model.pb` and a bundle of variables beside it, frozen here and run as a graph.
 * `fingerprint.pb` and `assets` take no part in that and belong to no digest.
 */
export const savedModel: ModelFormat = {
  name: 'saved-model',
  recognises: ({ path, head }) => basename(path) === 'saved_model.pb' && firstBytes.has(head[0]),
  async files(path, within) {
    const { readMetaGraph } = await import('./_saved-model/meta-graph.ts');
    const { saverDef } = await readMetaGraph(path);
    if (!saverDef) return [path];
    const { openBundle } = await import('./_saved-model/bundle.ts');
    const index = await indexPath(path, within);
    const bundle = await openBundle(index, within).catch(() => undefined); // before it has been fetched, for one
    return [path, index, ...(bundle?.shards ?? [])];
  },
  async load(path, engine, options) {
    const source = { format: 'saved-model', path, kind: 'TensorFlow SavedModel' };
    const { readMetaGraph } = await import('./_saved-model/meta-graph.ts');
    const { frozenSavedModel, loadFrozen } = await import('./tensorflow/saved-model.ts');
    const index = () => indexPath(path, options.within);
    const graph = await frozenSavedModel(await readMetaGraph(path), index, options);
    return loadFrozen(source, graph, engine, options);
  },
};

/** Of the version of the schema and of the graphs, one of which a writer puts first. */
const firstBytes: ReadonlySet<number | undefined> = new Set([0x08, 0x12]);

function indexPath(path: string, within?: string): Promise<string> {
  return confinedPart(dirname(path), join('variables', 'variables.index'), `variables of ${path}`, within);
}
