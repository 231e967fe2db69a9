import { n as onnxFiles, t as loadOnnx } from "./executor.js";

export { loadOnnx, onnxFiles };