/** The one place that imports TensorFlow.js as values; the build makes it the vendor file of `dist`. */

export { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
export * as core from '@tensorflow/tfjs-core';
