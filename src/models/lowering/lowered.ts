import type { Engine } from '../../engines/engine.ts';
import { CamdriftError } from '../../errors.ts';
import { classifier } from '../_classifier.ts';
import { executionProblem } from '../_execution-problem.ts';
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

/** What an importer made of a file, as a classifier. */
export function loweredClassifier(source: Source, built: Built, engine: Engine, options: LoadOptions): Model {
  try {
    const steps = onnxGraph(built.graph, opset, built.bytes, engine, { size: options.size });
    try {
      return classifier(collapsed(steps, built, source.format), engine);
    } catch (error) {
      steps[Symbol.dispose]();
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
