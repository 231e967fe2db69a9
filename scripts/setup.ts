/** What tests use beside npm's packages, both at once: the native engine and a browser. Each has a script of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const codes = await Promise.all(
  ['setup-native.ts', 'setup-chromium.ts'].map(async script => {
    const child = spawn(process.execPath, [join(import.meta.dirname, script)], { stdio: 'inherit' });
    const [code] = (await once(child, 'exit')) as [number | null];
    return code ?? 1;
  }),
);
process.exitCode = Math.max(...codes);
