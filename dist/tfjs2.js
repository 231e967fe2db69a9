import { fileURLToPath as toPath } from 'node:url';
const __filename = toPath(import.meta.url);
const __dirname = toPath(new URL('.', import.meta.url));

import { D as import_tf_core_node, E as import_tf_backend_wasm_node } from "./camdrift.js";

var setWasmPaths = import_tf_backend_wasm_node.setWasmPaths;
export { import_tf_core_node as core, setWasmPaths };