import { registerHooks } from 'node:module';

/** With `node --import`, sharp finds no native build and falls back to @img/sharp-wasm32, as in dist. */
registerHooks({
  resolve(specifier, context, next) {
    if (!/^@img\/sharp-(?!wasm32)/.test(specifier)) return next(specifier, context);
    throw Object.assign(new Error(`hidden by the test: ${specifier}`), { code: 'MODULE_NOT_FOUND' });
  },
});
