import { fileURLToPath as toPath } from 'node:url';
const __filename = toPath(import.meta.url);
const __dirname = toPath(new URL('.', import.meta.url));

import { i as import_tf_layers_node, n as import_tf_converter_node, r as import_tf_core_node, t as import_tf_backend_wasm_node } from "./camdrift.js";

var setWasmPaths = import_tf_backend_wasm_node.setWasmPaths;
export { import_tf_converter_node as converter, import_tf_core_node as core, import_tf_layers_node as layers, setWasmPaths };