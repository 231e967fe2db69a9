import type { Engine } from '../engines/engine.ts';
import { CamdriftError } from '../errors.ts';

/** What TensorFlow.js says when it cannot run or differentiate a model, in words that name the operation. */
export function executionProblem(error: unknown, engine: Engine): unknown {
  if (!(error instanceof Error) || error instanceof CamdriftError) return error;
  const { message } = error;
  // WebAssembly has no exceptions: memory of the engine may be damaged by now, and with it what other models are told.
  if (error.name === 'RuntimeError')
    return new CamdriftError('broke-down', `The model broke the ${engine.name} engine: ${firstLine(message)}.`, {
      cause: error,
    });
  const problem = (text: string, remedy?: string) =>
    new CamdriftError('model-unsupported', text, { cause: error, ...(remedy !== undefined && { remedy }) });
  const backward =
    /gradient function not found for (\w+)|(\w+Grad\w*|\w+Backprop\w+)' not registered|gradient of (\w+): /.exec(
      message,
    );
  if (backward) {
    const remedy = 'Choose a layer behind that operation with --layer.';
    return problem(
      `The operation \`${backward.slice(1).find(Boolean)}\` between the layer and the class scores has no gradient.`,
      remedy,
    );
  }
  const forward = /Unknown op '([^']+)'|dynamic op '([^']+)'|Kernel '([^']+)' not registered/.exec(message);
  if (forward)
    return problem(
      `The model uses the operation \`${forward.slice(1).find(Boolean)}\`, which the ${engine.name} engine cannot run.`,
    );
  if (/out of memory|OOM|enlarge memory|allocation failed/i.test(message)) {
    return problem(
      `The model does not fit into the ${engine.name} engine's memory.`,
      'Use a smaller --batch or --size, or the native engine.',
    );
  }
  return error;
}

const firstLine = (text: string): string => text.split('\n')[0]!.slice(0, 300);
