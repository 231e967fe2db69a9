import { fileURLToPath as toPath } from 'node:url';
const __filename = toPath(import.meta.url);
const __dirname = toPath(new URL('.', import.meta.url));

import { n as import_tf_core_node, t as import_tf_backend_wasm_node } from "./engine.js";

var setWasmPaths = import_tf_backend_wasm_node.setWasmPaths;
export { import_tf_core_node as core, setWasmPaths };