import type { io } from '@tensorflow/tfjs-core';
import type { ModelJson } from './_tfjs-files.ts';
import type { WeightTable } from './_tfjs-weights.ts';

/** A graph model in the form that TensorFlow.js's loader takes. */
export function artifactsOf(json: ModelJson, weights: WeightTable): io.ModelArtifacts {
  const listed = [...weights].map(([name, weight]) => ({ name, ...weight, values: weight.values() }));
  return {
    ...(json as object),
    modelTopology: json.modelTopology,
    weightSpecs: listed.map(({ name, shape, type }) => ({ name, shape: [...shape], dtype: type })),
    weightData: new Uint8Array(Buffer.concat(listed.map(({ values }) => new Uint8Array(values.buffer)))).buffer,
  };
}

/** For TensorFlow.js's loader, which expects to fetch; nothing is fetched here. */
export const fromMemory = (artifacts: io.ModelArtifacts): io.IOHandler => ({ load: async () => artifacts });
