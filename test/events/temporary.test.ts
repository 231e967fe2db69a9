import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { CamdriftError, exitCodes } from '../../src/errors.ts';
import { temporaryFolder } from '../../src/events/_temporary.ts';

async function runner(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-temporary-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function refusal(temporary: string): Promise<CamdriftError> {
  const error = await temporaryFolder(temporary, 'camdrift-').catch((thrown: unknown) => thrown);
  assert.ok(error instanceof CamdriftError, String(error));
  assert.deepEqual([error.code, error.exitCode], ['system-refused', exitCodes.configuration]);
  assert.match(error.remedy, /RUNNER_TEMP/);
  return error;
}

test('each is new, empty, and below the folder of the runner', async t => {
  const temporary = await runner(t);
  const [first, second] = [await temporaryFolder(temporary, 'a-'), await temporaryFolder(temporary, 'a-')];
  assert.notEqual(first, second);
  for (const folder of [first, second]) {
    assert.equal(dirname(folder), temporary);
    assert.deepEqual(await readdir(folder), []);
  }
});

test('a folder of the runner that is not there is told in words', async t => {
  const temporary = join(await runner(t), 'none');
  assert.equal((await refusal(temporary)).message, `No folder can be made in ${temporary}: there is no such file.`);
});

test('so is a file in its place, and one that is too long to be', async t => {
  const temporary = join(await runner(t), 'file');
  await writeFile(temporary, '');
  assert.match((await refusal(temporary)).message, /: a file lies where a folder should be\.$/);
  const long = join(temporary, '..', 'x'.repeat(300));
  assert.match((await refusal(long)).message, /: the name is too long\.$/);
});
