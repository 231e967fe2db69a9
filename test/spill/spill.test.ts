import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { Spill } from '../../src/spill/spill.ts';

const source = join(import.meta.dirname, '../../src/spill/spill.ts');

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'spill-test-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** No two alike, none of the same length. */
const value = (seed: number) => ({
  name: `${seed}`.repeat(1 + (seed % 7)),
  nothing: undefined,
  map: { width: 2, data: Float32Array.from({ length: 50 + (seed % 13) }, (_, at) => Math.fround(Math.sin(seed + at))) },
});

describe('what is set aside', () => {
  it('comes back bit by bit, in any order and as often as it is asked for, from memory and from the file', t => {
    const spill = new Spill(folderFor(t), 4000);
    const slots = Array.from({ length: 100 }, (_, seed) => spill.put(value(seed)));
    for (const seed of [99, 0, 57, 57, 3]) assert.deepEqual(spill.get(slots[seed]!), value(seed));
    assert.deepEqual(
      slots.map(slot => spill.get(slot)),
      slots.map((_, seed) => value(seed)),
    );
  });

  it('is nowhere in memory but for the last of it, however much it is', t => {
    const spill = new Spill(folderFor(t), 4000);
    const held = Array.from({ length: 2000 }, (_, seed) => {
      spill.put(value(seed));
      return spill.held;
    });
    assert.ok(Math.max(...held) > 3000 && Math.max(...held) <= 4000, `${Math.max(...held)} bytes`);
  });

  it('is a value of its own each time: who changes it changes nobody else’s, and who keeps a part keeps that part', t => {
    for (const most of [0, 2 ** 20]) {
      const spill = new Spill(folderFor(t), most);
      const values = Array.from({ length: 20 }, (_, seed) => value(seed));
      const slots = values.map(each => spill.put(each));
      for (const slot of slots) {
        const { data } = spill.get<ReturnType<typeof value>>(slot).map;
        assert.equal(data.buffer.byteLength, data.byteLength);
        data.fill(9);
      }
      assert.deepEqual(
        slots.map(slot => spill.get(slot)),
        values,
      );
    }
  });

  it('may hold arrays of any kind', t => {
    const bytes = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
    const { buffer } = bytes;
    const numbers = [
      new Float64Array(buffer),
      new Uint16Array(buffer),
      new BigInt64Array(buffer),
      new DataView(buffer),
    ];
    const values = ['odd', bytes.subarray(3), Buffer.from(bytes), ...numbers];
    const spill = new Spill(folderFor(t), 0);
    assert.deepEqual(spill.get(spill.put(values)), values);
  });

  it('needs no disk while it is little', t => {
    const folder = folderFor(t);
    const spill = new Spill(join(folder, 'is-not-there'), 4000);
    assert.deepEqual(spill.get(spill.put(value(1))), value(1));
  });

  it('has no name on the disk that anybody could open, and nothing is left to remove', t => {
    const folder = folderFor(t);
    const spill = new Spill(folder, 0);
    const slot = spill.put(value(1));
    assert.equal(spill.held, 0);
    assert.deepEqual(readdirSync(folder), []);
    assert.deepEqual(spill.get(slot), value(1));
  });
});

it('what V8 has for young objects is small once so much is set aside that a file is written, and stays so', t => {
  const script = `
    const { getHeapSpaceStatistics } = await import('node:v8');
    const { setTimeout } = await import('node:timers/promises');
    const { Spill } = await import(${JSON.stringify(source)});
    const young = () => getHeapSpaceStatistics().find(each => each.space_name === 'new_space').space_size / 2 ** 20;
    const survivors = () => Array.from({ length: 300_000 }, (_, at) => ({ at, more: [at] })).length;
    survivors();
    const before = young();
    const spill = new Spill(${JSON.stringify(folderFor(t))}, 1000);
    spill.put(1);
    await setTimeout(10);
    const little = young();
    spill.put(new Float32Array(1000));
    for (let tries = 0; young() > 4 && tries < 300; tries++) await setTimeout(100);
    const after = young();
    survivors();
    console.log(JSON.stringify([before, little, after, young()].map(each => each > 4)));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  assert.deepEqual([stdout.trim(), stderr], ['[true,true,false,false]', '']);
});

describe('where no file can be written', () => {
  it('all stays in memory, and comes back', t => {
    const spill = new Spill(join(folderFor(t), 'is-not-there'), 1000);
    const slots = Array.from({ length: 50 }, (_, seed) => spill.put(value(seed)));
    assert.ok(spill.held > 10_000, `${spill.held} bytes`);
    assert.deepEqual(
      slots.map(slot => spill.get(slot)),
      slots.map((_, seed) => value(seed)),
    );
  });

  it('what was written before the disk was full is read from there, and what was not from memory', {
    skip: process.platform === 'win32' && 'there is no limit of sizes of files to set',
  }, t => {
    const folder = folderFor(t);
    const script = `
      const { Spill } = await import(${JSON.stringify(source)});
      const spill = new Spill(${JSON.stringify(folder)}, 5000);
      const slots = Array.from({ length: 100 }, (_, seed) => spill.put({ seed, data: new Float32Array(100).fill(seed) }));
      const back = slots.map(slot => spill.get(slot));
      const right = back.filter(({ seed, data }, at) => seed === at && data.length === 100 && data.every(each => each === at));
      console.log(right.length, spill.held > 20000, spill.held < 40000);`;
    // In blocks of 512 bytes: a part of a piece fits.
    const run = spawnSync(
      'sh',
      ['-c', 'ulimit -f 24; exec "$@"', 'sh', process.execPath, '--input-type=module', '-e', script],
      {
        encoding: 'utf8',
      },
    );
    assert.equal(run.stdout.trim(), '100 true true', run.stderr);
    assert.deepEqual(readdirSync(folder), []);
  });
});

for (const signal of ['SIGTERM', 'SIGINT', 'SIGKILL'] as const)
  it(`a process that ends by ${signal} leaves nothing of it`, async t => {
    const folder = folderFor(t);
    const script = `
      const { Spill } = await import(${JSON.stringify(source)});
      const spill = new Spill(${JSON.stringify(folder)}, 0);
      spill.put(new Float32Array(1000));
      console.log(spill.held);
      setInterval(() => spill.put(1), 10);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    assert.equal(said.toString().trim(), '0');
    child.kill(signal);
    await once(child, 'exit');
    assert.deepEqual(readdirSync(folder), []);
  });
