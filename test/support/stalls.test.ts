import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const stalls = pathToFileURL(join(import.meta.dirname, 'stalls.ts')).href;
const run = (code: string) =>
  spawnSync(process.execPath, ['--import', stalls, '--input-type=module', '-e', code], {
    env: { ...process.env, CAMDRIFT_STALL: '1' },
    encoding: 'utf8',
    timeout: 60_000,
  });

test('a loop without end is ended, with words', () => {
  const { signal, stderr } = run('for (;;);');
  assert.equal(signal, 'SIGKILL');
  assert.match(stderr, /Nothing but one loop for 1 s: ended\./);
});

test('who waits longer than that is left alone, and kept from nothing', () => {
  assert.deepEqual([run('await new Promise(r => setTimeout(r, 2500));').status, run('').status], [0, 0]);
});
