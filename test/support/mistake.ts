const code = `import promises from 'node:fs/promises';
  import { syncBuiltinESMExports } from 'node:module';
  promises.mkdtemp = async () => { throw new TypeError('a mistake of ours'); };
  syncBuiltinESMExports();`;

/** An environment in which one function of Node throws what nobody foresees, as a mistake of ours would. */
export const mistake = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` } as const;
