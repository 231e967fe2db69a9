/** The one place that imports TensorFlow.js as values; the build makes it the vendor file of `dist`. */

export { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
export * as core from '@tensorflow/tfjs-core';

// Registers the gradients of the core's kernels, which the core's own package does not, with the core that is there by now. The
// build takes that out of the package and leaves the layers.
await import('@tensorflow/tfjs-layers');
