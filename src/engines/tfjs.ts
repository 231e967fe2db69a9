/** The one place that imports TensorFlow.js as values; the build makes it the vendor file of `dist`. */

export { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
export * as converter from '@tensorflow/tfjs-converter';
export * as core from '@tensorflow/tfjs-core';
export * as layers from '@tensorflow/tfjs-layers';
