import { n as onnxFiles, t as loadOnnx } from "./onnx.js";

export { loadOnnx, onnxFiles };