import type { Engine } from '../../engines/engine.ts';
import { CamdriftError } from '../../errors.ts';
import { classifier } from '../_classifier.ts';
import { executionProblem } from '../_execution-problem.ts';
import type { Graph } from '../_graph.ts';
import type { LoadOptions, Model } from '../model.ts';
import { onnxGraph } from '../onnx/onnx-graph.ts';
import type { Built } from './builder.ts';
import { collapsed } from './collapsed.ts';

/** The operator set whose definitions the importers follow. */
const opset = 23;

interface Source {
  readonly format: string;
  readonly path: string;
  /** For messages. */
  readonly kind: string;
}

/** What an importer made of a file, as a graph whose nodes are the file's layers. */
export const loweredGraph = (built: Built, format: string, engine: Engine, { size, given }: LoadOptions): Graph =>
  collapsed(onnxGraph(built.graph, opset, built.bytes, engine, { size, given }), built, format);

/** The same as a classifier. */
export function loweredClassifier(source: Source, built: Built, engine: Engine, options: LoadOptions): Model {
  try {
    const graph = loweredGraph(built, source.format, engine, options);
    try {
      return classifier(graph, engine, options.task);
    } catch (error) {
      graph[Symbol.dispose]();
      throw error;
    }
  } catch (error) {
    const cause = executionProblem(error, engine);
    if (cause instanceof CamdriftError || !(cause instanceof Error)) throw cause;
    throw new CamdriftError('model-unreadable', `${source.path} cannot be run as a ${source.kind}: ${cause.message}`, {
      cause,
    });
  }
}
