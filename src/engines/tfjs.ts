/** The one place that imports TensorFlow.js as values; the build makes it the vendor file of `dist`. */

// Registers the gradients of the core's kernels, which the core's own package does not; nothing else of it is used.
import '@tensorflow/tfjs-layers';

export { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
export * as core from '@tensorflow/tfjs-core';
