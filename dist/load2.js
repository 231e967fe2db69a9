import { a as loadOnnx, o as onnxFiles } from "./executor.js";

export { loadOnnx, onnxFiles };