import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Preloaded by `npm test`: some five hundred processes read the same modules, and each would strip and compile them anew.
const folder = fileURLToPath(new URL('../../node_modules/.cache/compiled-tests', import.meta.url));
enableCompileCache(process.env.NODE_COMPILE_CACHE ?? folder);
// What a test starts from `dist` with its own environment finds them too.
process.env.NODE_COMPILE_CACHE ??= folder;
