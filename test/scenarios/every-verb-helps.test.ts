import assert from 'node:assert/strict';
import { test } from 'node:test';
import { camdrift } from '../support/dist.ts';
import { assertEnded } from '../support/workspace.ts';

for (const verb of [
  [],
  ['audit'],
  ['baseline'],
  ['calibrate'],
  ['map'],
  ['layers'],
  ['doctor'],
  ['accept'],
  ['setup'],
  ['comment'],
]) {
  test(`camdrift ${[...verb, '--help'].join(' ')}`, async () => {
    const run = await camdrift([...verb, '--help']);
    assertEnded(run, { code: 0, out: [`Usage: camdrift ${verb[0] ?? '[options] [command]'}`, '--help'] });
    assert.equal(run.stderr, '');
    for (const line of run.stdout.split('\n')) assert.ok(line.length <= 80, line);
  });
}

test('camdrift --version names tool and version, and camdrift alone shows the verbs', async () => {
  assertEnded(await camdrift(['--version']), { code: 0, out: [/^camdrift \d+\.\d+\.\d+\n$/] });
  assertEnded(await camdrift([]), { code: 3, err: ['audit', 'baseline', 'calibrate', 'map', 'layers'] });
});
