import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readClaims } from '../../src/artifacts/claims.ts';
import { encodeWebp } from '../../src/images/encode.ts';
import { judge } from '../../src/judgement/verdict.ts';
import type { Policy } from '../../src/results/policy.ts';
import type { WrittenFixture, WrittenResults } from '../../src/results-file/schema.ts';
import { numbered } from '../support/images.ts';
import { changeOf, fileOf, fixture, model, results } from '../support/results.ts';
import { head } from './_github.ts';
import { assertRefused } from './_refused.ts';
import { text } from './_zip.ts';

const policy = { method: 'grad-cam', thresholds: { 'attention-shift': 0.08 } };

const change = changeOf(head, 'b'.repeat(40));

/** What an audit writes about two fixtures. */
function honest(): WrittenResults {
  const fixtures = [fixture('a.png', 0.02, { montage: 'shoes/a.webp' }), fixture('b.png', 0.04)];
  const judged = model(fixtures, { ...judge(fixtures, policy, []) });
  return fileOf({ ...results(judged), verdict: judged.verdict, change: { ...change } });
}

const written = (value: unknown) => new Map([['results.json', text(JSON.stringify(value))]]);
const forged = (spoil: (value: WrittenResults) => void) => {
  const value = honest();
  spoil(value);
  return written(value);
};
const refused = (files: ReadonlyMap<string, Uint8Array>, words: RegExp) =>
  assertRefused(() => readClaims(files, { head }), words);
const extra = (target: object, more: object) => void Object.assign(target, more);

test('what an honest audit wrote comes back as it was, its pictures drawn anew when they are asked for', async () => {
  const picture = await encodeWebp(numbered(64, 32, 3));
  const files = new Map([...written(honest()), ['shoes/a.webp', picture], ['shoes/other.webp', picture]]);
  const claims = readClaims(files, { head, baseRef: 'main' });
  assert.deepEqual(claims.results, honest());
  assert.deepEqual([...claims.pictures.keys()], ['shoes/a.webp']);
  const drawn = await claims.pictures.get('shoes/a.webp')!();
  assert.equal(Buffer.from(drawn!.subarray(8, 16)).toString(), 'WEBPVP8 ');
});

test('the picture of a probe is passed on as those of fixtures are, and left out when it is not there', async () => {
  const side = { moved: 0, flipped: false, divergence: 0 };
  const probing: Policy = { ...policy, probes: { mark: 0.06 } };
  const probes = { mark: { baseline: side, candidate: side } };
  const fixtures = [fixture('a.png', 0.02, { probes }), fixture('b.png', 0.04, { probes })];
  const found = judge(fixtures, probing, []);
  const path = 'shoes/probe-mark.webp';
  const drawn = { ...found, probes: found.probes!.map(probe => ({ ...probe, picture: path })), judged: probing };
  const value = fileOf({ ...results(model(fixtures, drawn)), verdict: found.verdict, change: { ...change } });
  const there = readClaims(new Map([...written(value), [path, await encodeWebp(numbered(64, 32, 3))]]), { head });
  assert.equal(there.results.models[0]!.probes?.[0]?.picture, path);
  assert.ok(await there.pictures.get(path)!());
  const gone = readClaims(written(value), { head });
  assert.deepEqual([gone.results.models[0]!.probes?.[0]?.picture, gone.pictures.size], [undefined, 0]);
  value.models[0]!.probes![0]!.picture = '../../x.webp';
  refused(written(value), /probe `mark` of model `shoes` has the path/);
});

test('so is that of an edit which changes an answer', async () => {
  const path = 'shoes/edit-border-red.webp';
  const flips = [
    { edit: 'border-red', words: 'a red border', fixture: 'a.png', from: 'hat', to: 'shoe', picture: path },
  ];
  const value = honest();
  extra(value.models[0]!, { flips });
  const there = readClaims(new Map([...written(value), [path, await encodeWebp(numbered(64, 32, 3))]]), { head });
  assert.deepEqual([there.results.models[0]!.flips, [...there.pictures.keys()].includes(path)], [flips, true]);
  assert.equal(readClaims(written(value), { head }).results.models[0]!.flips?.[0]?.picture, undefined);
  extra(flips[0]!, { picture: 'https://elsewhere.example/x.webp' });
  refused(written(value), /edit `border-red` of model `shoes` has the path/);
});

test('the form of a picture for narrow screens goes its own way: it may be missing, and lies nowhere else', async () => {
  const [wide, narrow] = ['shoes/a.webp', 'shoes/a.narrow.webp'];
  const value = forged(value => extra(value.models[0]!.fixtures[0]!, { narrow }));
  const picture = await encodeWebp(numbered(64, 32, 3));
  const both = readClaims(new Map([...value, [wide, picture], [narrow, picture]]), { head });
  assert.deepEqual([...both.pictures.keys()], [wide, narrow]);
  const one = readClaims(new Map([...value, [wide, picture]]), { head });
  const [fixture] = one.results.models[0]!.fixtures;
  assert.deepEqual([fixture!.montage, fixture!.narrow, [...one.pictures.keys()]], [wide, undefined, [wide]]);
  for (const path of ['../a.webp', 'https://elsewhere.example/a.webp', 'shoes/deep/a.webp'])
    refused(
      forged(value => extra(value.models[0]!.fixtures[0]!, { narrow: path })),
      /fixture `a\.png` of model `shoes` has the path/,
    );
});

test('a picture that is not there is not linked; one that is no picture is not given', async () => {
  const without = readClaims(written(honest()), { head });
  assert.equal(without.results.models[0]!.fixtures[0]!.montage, undefined);
  assert.equal(without.pictures.size, 0);
  const files = new Map([...written(honest()), ['shoes/a.webp', text('<svg onload="alert(1)"/>')]]);
  assert.equal(await readClaims(files, { head }).pictures.get('shoes/a.webp')!(), undefined);
});

test('results of another commit or base branch are refused, and those of none', async () => {
  await refused(
    forged(({ change }) => extra(change!, { head: 'c'.repeat(40) })),
    /of commit c{40}; the run is of a{40}/,
  );
  await refused(
    forged(value => delete value.change),
    /of commit unknown/,
  );
  await assertRefused(
    () => readClaims(written(honest()), { head, baseRef: 'release' }),
    /compare with the branch `main`; the pull request goes to `release`/,
  );
});

test('what does not follow the schema is refused: types, extra keys, versions, missing parts', async () => {
  await refused(new Map(), /has no results\.json/);
  await refused(written([]), /not a result of an audit: `/);
  await refused(written(null), /not a result of an audit: `/);
  await refused(
    forged(value => extra(value, { version: 2 })),
    /at `version`/,
  );
  await refused(
    forged(value => extra(value, { comment: '<script>' })),
    /Unrecognized key: "comment"/,
  );
  await refused(
    forged(({ models }) => extra(models[0]!, { html: 'x' })),
    /at `models\.0`: `Unrecognized key/,
  );
  await refused(
    forged(({ models }) => extra(models[0]!.fixtures[0]!, { flipped: 'no' })),
    /`models\.0\.fixtures\.0\.flipped`/,
  );
  await refused(
    forged(({ models }) => extra(models[0]!, { fixtures: {} })),
    /`models\.0\.fixtures`/,
  );
  await refused(
    forged(({ models }) => extra(models[0]!.fixtures[0]!, { maps: { 'grad-cam': { drift: { ssim: 2 } } } })),
    /maps/,
  );
  await refused(
    forged(({ models }) => extra(models[0]!, { [`\u001b]0;${'k'.repeat(5e5)}`]: 1 })),
    /Unrecognized key|characters/,
  );
});

test('a key that names the prototype changes no object', async () => {
  const polluted = JSON.stringify(honest()).replace('"version":1', '"version":1,"__proto__":{"polluted":true}');
  try {
    readClaims(new Map([['results.json', text(polluted)]]), { head });
  } catch {}
  assert.equal('polluted' in {}, false);
  const judged = JSON.stringify(honest()).replaceAll('"grad-cam"', '"__proto__"');
  await refused(new Map([['results.json', text(judged)]]), /not known|without|not a result/);
});

test('JSON that is too large, too deep, too wide or none is refused before it is parsed', async () => {
  const refusedText = (content: string, words: RegExp) => refused(new Map([['results.json', text(content)]]), words);
  await refusedText(`"${'x'.repeat(10_000_000)}"`, /has 10000002 bytes; at most 5000000/);
  await refusedText('['.repeat(2_400_000) + ']'.repeat(2_400_000), /more than 16 levels/);
  await refusedText(`{"models":${'{"a":'.repeat(900_000)}`, /more than 16 levels/);
  await refusedText(`{"models":[${'1,'.repeat(2_000_000)}1]}`, /more than 5000 elements/);
  await refusedText(`{${Array.from({ length: 400_000 }, (_, i) => `"${i}":1`).join()}}`, /more than 64 keys/);
  await refusedText(`{"tool":"${'x'.repeat(2_001)}"}`, /a string of more than 2000 characters/);
  await refusedText(`{"tool":"${'\\"'.repeat(2_001)}"}`, /a string of more than 2000 characters/);
  await refusedText(`{"${'k'.repeat(2_001)}":1}`, /a string of more than 2000 characters/);
  await refusedText('{"version": 1', /is not JSON/);
  await refusedText(',,,', /is not JSON|elements/);
  await refusedText('"open', /is not JSON/);
  await refusedText('"\\', /is not JSON/);
  await refused(new Map([['results.json', Uint8Array.of(0x22, 0xff, 0x22)]]), /is not JSON: `.*not valid/);
});

test('a string of exactly 2,000 characters, and brackets inside strings, are read', () => {
  const tool = '[{,"\\'.repeat(200) + 'x'.repeat(600);
  assert.equal(
    readClaims(
      forged(value => extra(value, { tool })),
      { head },
    ).results.tool,
    tool,
  );
});

test('the most mistakes that fit cost no more than the first', async () => {
  const wide = { ...honest().models[0]!, reasons: Array(5000).fill(1) };
  await refused(written({ ...honest(), models: Array(100).fill(wide) }), /models\.0\.reasons\.0/);
  const maps = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [i, { drift: { a: 1, b: 2, c: 'x' } }]));
  const many = { ...honest().models[0]!, fixtures: Array(800).fill({ ...fixture('a.png', 0), maps }) };
  await refused(written({ ...honest(), models: [many] }), /models\.0\.fixtures\.0/);
});

test('models and fixtures are counted, and named once', async () => {
  const one = honest().models[0]!;
  const named = (count: number) => Array.from({ length: count }, (_, i) => ({ ...one, name: `m${i}`, fixtures: [] }));
  const small = { name: 'a', status: 'lost' as const };
  await refused(
    forged(value => extra(value, { models: named(101) })),
    /101 models; at most 100/,
  );
  const crowded = named(2).map(each => ({ ...each, fixtures: Array(2_501).fill(small) }));
  await refused(
    forged(value => extra(value, { models: crowded })),
    /5002 fixtures; at most 5000/,
  );
  await refused(
    forged(({ models }) => models.push(models[0]!)),
    /Two models are named `shoes`/,
  );
  await refused(
    forged(({ models: [shoes] }) => shoes!.fixtures.push(shoes!.fixtures[0]!)),
    /Two fixtures of model `shoes` are named `a\.png`/,
  );
  await refused(
    forged(({ models }) => extra(models[0]!, { name: '../x' })),
    /not a name that a model can have/,
  );
});

test('what no audit says is refused, because judging again relies on it', async () => {
  const first = (spoil: (value: WrittenFixture) => void, words: RegExp) =>
    refused(
      forged(({ models }) => spoil(models[0]!.fixtures[0]!)),
      words,
    );
  await first(found => delete found.maps, /is steady without maps/);
  await first(found => delete found.baseline, /is steady without maps/);
  await first(found => extra(found, { status: 'new' }), /is new, and was compared nevertheless/);
  await first(found => extra(found, { maps: { constructor: { refused: 'x' } } }), /`constructor` is not known/);
  await first(
    found => extra(found, { maps: { 'grad-cam': { drift: {} } } }),
    /has no attention-shift\. Another version/,
  );
  await first(found => extra(found, { montage: '../../x.webp' }), /has the path `\.\.\/\.\.\/x\.webp`/);
  await first(found => extra(found, { montage: 'https://evil.example/x.webp' }), /has the path/);
  const judged = (value: object, words: RegExp) =>
    refused(
      forged(({ models }) => extra(models[0]!, value)),
      words,
    );
  await judged({ judged: { method: 'constructor', thresholds: {} } }, /`constructor` is not known/);
  await judged({ judged: { method: 'grad-cam', thresholds: { toString: 1 } } }, /`toString` is not known/);
  const lineage = { kind: 'converted', words: 'None.', source: 'detected' };
  await judged({ lineage, baseline: undefined }, /has a lineage, and no baseline/);
  await judged({ lineage: { ...lineage, kind: 'trusted' } }, /is not a result of an audit.*lineage/);
  await judged({ lineage: { ...lineage, words: 'x'.repeat(501) } }, /is not a result of an audit.*lineage/);
  await judged({ judged: undefined }, /neither how it was judged/);
  await judged({ error: { code: 'x', message: 'x', remedy: 'x', exitCode: 4 } }, /was not audited, and has fixtures/);
});

test('a copy is what has the content of the fixture that it names, and no content counts twice', async () => {
  const [one, two] = ['1'.repeat(64), '2'.repeat(64)];
  const spoilt = (...more: object[]) =>
    forged(({ models: [shoes] }) => {
      for (const [at, each] of more.entries()) extra(shoes!.fixtures[at]!, each);
    });
  const reads = (...more: object[]) => readClaims(spoilt(...more), { head }).results.models[0]!.fixtures.length;
  assert.equal(reads({ digest: one }, { digest: two }), 2);
  assert.equal(reads({ digest: one }, { digest: one, copyOf: 'a.png' }), 2);
  assert.equal(reads({ digest: one, copyOf: 'b.png' }, { digest: one }), 2, 'whichever comes first');
  assert.equal(reads({}, {}), 2, 'earlier versions wrote none');
  await refused(spoilt({ digest: one }, { digest: one }), /Two fixtures of model `shoes` have the digest `1{64}`\./);
  const noCopy = /The fixture `b\.png` of model `shoes` is not the copy that it is called\./;
  await refused(spoilt({ digest: one }, { digest: two, copyOf: 'a.png' }), noCopy);
  await refused(spoilt({ digest: one }, { digest: one, copyOf: 'c.png' }), noCopy);
  await refused(spoilt({ digest: one }, { copyOf: 'a.png' }), noCopy);
  await refused(spoilt({}, { digest: one, copyOf: 'b.png' }), noCopy);
});

test('what was not compared has nothing of a comparison, each by itself', async () => {
  const answer = { predicted: { index: 0 }, explained: { index: 0 } };
  for (const more of [{ baseline: answer }, { flipped: false }, { divergence: 0 }, { maps: {} }])
    await refused(
      forged(({ models: [shoes] }) => shoes!.fixtures.push({ name: 'n.png', status: 'lost', ...more })),
      /fixture `n\.png` of model `shoes` is lost, and was compared nevertheless/,
    );
  for (const missing of ['baseline', 'candidate', 'maps'] as const)
    await refused(
      forged(({ models: [shoes] }) => delete shoes!.fixtures[0]![missing]),
      /is steady without maps/,
    );
});

test('a path of a picture is two plain names, and a model’s name is one', async () => {
  const holds = (montage: string) =>
    readClaims(
      forged(({ models: [shoes] }) => extra(shoes!.fixtures[0]!, { montage })),
      { head },
    ).results.models.length;
  for (const path of ['m/a.webp', '..m/a.webp', 'm/..a.webp', 'a-b.c_d/1.webp', '.../x.webp'])
    assert.equal(holds(path), 1, path);
  for (const path of [
    './a.webp',
    '../a.webp',
    '/a.webp',
    'm//a.webp',
    'm/a.webp/',
    'm/a.png',
    'm/a.webp?x',
    'm/a b.webp',
    'a.webp',
  ])
    await refused(
      forged(({ models: [shoes] }) => extra(shoes!.fixtures[0]!, { montage: path })),
      /has the path/,
    );
  for (const name of ['', 'a b', 'a/b', '<b>', 'ä'])
    await refused(
      forged(({ models: [shoes] }) => extra(shoes!, { name })),
      /is not a name that a model can have/,
    );
});

test('JSON to its bounds is read, and one more of anything is not', async () => {
  const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const text16 = (content: string) => new Map([['results.json', text(content)]]);
  const beyond = (content: string, words: RegExp) => refused(text16(content), words);
  const other = /not a result of an audit/;
  await beyond(nested(16), other);
  await beyond(nested(17), /more than 16 levels/);
  await beyond(`[${nested(15)},${nested(15)}]`, other);
  await beyond(`[${Array(5000).fill(1)}]`, other);
  await beyond(`[${Array(5001).fill(1)}]`, /more than 5000 elements/);
  await beyond(`[[1,2],${Array(4999).fill(1)}]`, other);
  const keys = (count: number) => `{${Array.from({ length: count }, (_, at) => `"k${at}":[1,2]`)}}`;
  await beyond(keys(64), other);
  await beyond(keys(65), /more than 64 keys/);
  await beyond(`{"a":"${'x'.repeat(1998)}\\""}`, other);
  await beyond(`{"a":"${'x'.repeat(1999)}\\""}`, /a string of more than 2000 characters/);
  await beyond('{"a":1e999}', other);
});
