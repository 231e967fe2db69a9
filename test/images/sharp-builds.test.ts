import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { digests } from './_digests.ts';

it('the WebAssembly build of sharp, which dist carries, decodes and encodes bit for bit like the native one', async () => {
  const hook = new URL('./_wasm-only.ts', import.meta.url).href;
  const program = fileURLToPath(new URL('./_digests.ts', import.meta.url));
  const output = execFileSync(process.execPath, ['--import', hook, program], { encoding: 'utf8', timeout: 60_000 });
  const other = JSON.parse(output);
  assert.ok(other.wasm, 'the other process has no native sharp');
  const here = await digests();
  assert.ok(Object.keys(here).length >= 15);
  assert.deepEqual(other.digests, here);
});
