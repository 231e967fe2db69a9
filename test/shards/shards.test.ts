import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { CamdriftError } from '../../src/errors.ts';
import type { Explanation } from '../../src/maps/explain.ts';
import { type Outcome, readRecord, recordPieces, type ShardHead } from '../../src/shards/record.ts';
import { isOwn, shardFile, shardFrom } from '../../src/shards/shard.ts';
import { readShards } from '../../src/shards/shards.ts';
import { tool } from '../../src/version.ts';
import { heldAtLast, heldNow } from '../support/array-memory.ts';

const explanation: Explanation = {
  digest: 'a'.repeat(64),
  classIndex: 1,
  predicted: 0,
  logits: Float32Array.of(0.1, -2.5e-8),
  probabilities: Float32Array.of(0.75, 0.25),
  maps: { 'grad-cam': { width: 2, height: 1, data: Float32Array.of(1 / 3, 0) }, cam: { refused: 'no CAM head' } },
  probes: {
    mark: {
      moved: 0.1,
      onMark: 0.5,
      predicted: 1,
      divergence: 0,
      map: { width: 1, height: 1, data: Float32Array.of(4) },
    },
    frame: { refused: 'too small' },
  },
  regions: { object: { area: 0.2, heat: { inside: 0.4, pointing: true } } },
  ignored: {},
};

const key = (letter: string) => letter.repeat(64);

interface ShardRecord extends ShardHead {
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

const record = (at: number, of = 2, more: Partial<ShardRecord> = {}): ShardRecord => ({
  version: 1,
  tool,
  engine: { name: 'wasm', version: '1' },
  shard: { at, of },
  outcomes: new Map([[key(String(at)), explanation]]),
  ...more,
});

const recordText = ({ outcomes, ...head }: ShardRecord): string => [...recordPieces(head, outcomes)].join('');

async function recordFrom(text: string): Promise<ShardRecord> {
  const outcomes = new Map<string, Outcome>();
  const head = await readRecord(linesOf(text), (name, outcome) => outcomes.set(name, outcome));
  return { ...head, outcomes };
}

async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.replace(/\n$/, '').split('\n');
}

async function folder(t: TestContext, files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'camdrift-shards-'));
  t.after(() => rm(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  return root;
}

const written = (...records: readonly ShardRecord[]): Record<string, string> =>
  Object.fromEntries(records.map((each, at) => [`${at}/${shardFile(each.shard)}`, recordText(each)]));

test('a record comes back bit by bit', async () => {
  const outcomes = new Map([
    [key('a'), { ...explanation, others: [{ ...explanation, value: 0.1 }] }],
    [key('b'), { failed: 'It is no picture.' }],
  ]);
  const made = record(1, 2, { outcomes });
  assert.deepEqual(await recordFrom(recordText(made)), made);
  const none = record(1, 2, { outcomes: new Map() });
  assert.deepEqual(await recordFrom(recordText(none)), none);
});

test('a record is JSON, with a line for each outcome', () => {
  const outcomes = new Map([key('a'), key('b')].map(each => [each, explanation]));
  for (const made of [record(1, 2, { outcomes }), record(1, 2, { outcomes: new Map() })]) {
    const text = recordText(made);
    const found = JSON.parse(text) as { outcomes: object; shard: object };
    assert.deepEqual([Object.keys(found.outcomes), found.shard], [[...made.outcomes.keys()], { at: 1, of: 2 }]);
    assert.equal(text.split('\n').length, made.outcomes.size + 3);
  }
});

test('what is no record is not read', async () => {
  const text = recordText(record(1));
  const forged = (from: string, to: string) => text.replace(from, to);
  await recordFrom(text);
  const entry = text.split('\n')[1]!;
  const another = entry.replace(key('1'), key('2'));
  await recordFrom(forged(entry, `${entry},\n${another}`));
  for (const bad of [
    text.slice(0, -20),
    forged('"width":2', '"width":3'),
    forged('"version":1', '"version":2'),
    forged('"classIndex":1', '"classIndex":-1'),
    forged('"moved":0.1', '"moved":7'),
    forged('"digest"', '"constructor":1,"digest"'),
    forged('"grad-cam":{"width":2,"height":1,"data":"', '"grad-cam":{"width":2,"height":1,"data":"AADAf'),
    forged(entry, `${entry},${another}`),
    forged(entry, `${entry}\n${another}`),
    forged(entry, `${entry},`),
    forged(entry, `${entry},\n`),
    forged(`\n${entry}`, ''.padEnd(1)),
    forged('"outcomes":{', '"outcomes":{}'),
    text.slice(0, text.lastIndexOf('}}')),
    `${text}}}`,
    `${text}${entry}\n}}`,
    JSON.stringify(JSON.parse(text)),
    '',
  ])
    await assert.rejects(recordFrom(bad), Error, bad.slice(0, 200));
});

test('a shard is one of several, counted from 1', () => {
  assert.deepEqual(shardFrom('2/8'), { at: 2, of: 8 });
  for (const bad of ['0/8', '9/8', '1', '1/0', '-1/2', '1/257', 'a/b', '1/2/3', ''])
    assert.throws(() => shardFrom(bad), CamdriftError, bad);
  const owners = (index: number) => [1, 2, 3].filter(at => isOwn({ at, of: 3 }, index));
  assert.deepEqual([0, 1, 2, 3, 4].map(owners), [[1], [2], [3], [1], [2]]);
});

test('all shards together hold what each found', async t => {
  const { outcomes, problems, engine } = await readShards(await folder(t, written(record(1), record(2))));
  assert.deepEqual([[...outcomes.keys()].sort(), problems], [[key('1'), key('2')], []]);
  assert.deepEqual(engine, { name: 'wasm', version: '1' });
});

function doubled(text: string): string {
  const entry = text.split('\n')[1]!;
  return text.replace(entry, `${entry},\n${entry}`);
}

test('of 300 outcomes that shards hold hardly one is in memory', async t => {
  const data = new Float32Array(128 * 128).fill(0.5);
  const large: Explanation = { ...explanation, maps: { 'grad-cam': { width: 128, height: 128, data } } };
  const names = Array.from({ length: 150 }, (_, at) => String(at).padStart(64, '0'));
  const outcomes = (first: string) => new Map(names.map(name => [first + name.slice(1), large]));
  const [one, two] = [1, 2].map(at => record(at, 2, { outcomes: outcomes(`${at}`) }));
  const there = await folder(t, written(one!, two!));
  const before = heldNow();
  const isLittle = (megabytes: number) => megabytes - before < 4;
  const shards = await readShards(there);
  const held = await heldAtLast(isLittle);
  assert.ok(isLittle(held), `${held - before} MB of 19`);
  assert.deepEqual([shards.outcomes.size, shards.problems], [300, []]);
  assert.deepEqual(shards.outcomes.get(`2${names[149]!.slice(1)}`), large);
});

const faults: Readonly<Record<string, { files: Record<string, string>; told: RegExp; kept: number }>> = {
  missing: { files: written(record(1, 3), record(3, 3)), told: /^Shard 2 of 3 is missing\.$/, kept: 2 },
  'there twice': {
    files: written(record(1), record(2), record(2)),
    told: /^Shard 2 of 2 is there 2 times\.$/,
    kept: 1,
  },
  'of another version': {
    files: written(record(1), record(2, 2, { tool: 'camdrift 0.0.9' })),
    told: /of another run: made by camdrift 0\.0\.9 .*Shard 2 of 2 is missing/,
    kept: 1,
  },
  'of another engine': {
    files: written(record(1), record(2, 2, { engine: { name: 'wasm', version: '2' } })),
    told: /of another run.*with wasm \(2\).*Shard 2 of 2 is missing/,
    kept: 1,
  },
  'of another division': {
    files: written(record(1), record(2), record(3, 4)),
    told: /^Shard 3 of 4 is of another run/,
    kept: 2,
  },
  'one that names an outcome twice': {
    files: { ...written(record(1)), 'shard-2-of-2.json': doubled(recordText(record(2))) },
    told: /^shard-2-of-2\.json is damaged.*Shard 2 of 2 is missing/,
    kept: 1,
  },
  truncated: {
    files: { ...written(record(1)), 'shard-2-of-2.json': recordText(record(2)).slice(0, 300) },
    told: /^shard-2-of-2\.json is damaged.*Shard 2 of 2 is missing/,
    kept: 1,
  },
};

for (const [what, { files, told, kept }] of Object.entries(faults))
  test(`a shard that is ${what} is told, and nothing of it is believed`, async t => {
    const { outcomes, problems } = await readShards(await folder(t, files));
    assert.match(problems.join(' '), told);
    assert.equal(outcomes.size, kept);
  });

test('a folder without shards is told', async t => {
  const empty = await folder(t, { 'results.json': '{}' });
  const isTold = (error: unknown) => error instanceof CamdriftError && error.code === 'shards-incomplete';
  await assert.rejects(readShards(empty), isTold);
  await assert.rejects(readShards(join(empty, 'nowhere')), isTold);
});
