import { r as __toESM } from "./rolldown-runtime.js";
import { n as require_tf_core_node, t as require_tf_backend_wasm_node } from "./tfjs.js";

// src/engines/tfjs.ts
var import_tf_backend_wasm_node = require_tf_backend_wasm_node();
var import_tf_core_node = /* @__PURE__ */ __toESM(require_tf_core_node(), 1);
await import("./register_all_gradients.js");

export { import_tf_core_node as n, import_tf_backend_wasm_node as t };