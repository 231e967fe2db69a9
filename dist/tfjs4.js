import { fileURLToPath as toPath } from 'node:url';
const __filename = toPath(import.meta.url);
const __dirname = toPath(new URL('.', import.meta.url));

import { n as loadTfjsGraph, t as frozenTfjs } from "./executor.js";

export { loadTfjsGraph };