import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { unpack, unpackLimits } from '../../src/artifacts/unpack.ts';
import { assertRefused } from './_refused.ts';
import { text, type ZipEntry, zipOf } from './_zip.ts';

const refused = (entries: readonly ZipEntry[], words: RegExp) => {
  const archive = zipOf(entries);
  return assertRefused(() => unpack(archive), words);
};
const file = (name: string, data: Uint8Array = text('{}'), more: Partial<ZipEntry> = {}): ZipEntry => ({
  name,
  data,
  ...more,
});
const noise = (length: number) => Uint8Array.from({ length }, (_, i) => Math.imul(i ^ (i >>> 9), 0x9e3779b1) >>> 24);

/** As actions/upload-artifact writes it: sizes follow the data. */
function streamed(files: Readonly<Record<string, string>>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => (error ? assert.fail(error) : chunks.push(chunk)));
  for (const [name, content] of Object.entries(files)) {
    const entry = new ZipDeflate(name);
    zip.add(entry);
    entry.push(strToU8(content), true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

test('what an audit writes is taken, in memory; the rest is counted', async () => {
  const written = {
    'results.json': '{"a":1}',
    'summary.md': '# pass',
    'shoes/a.webp': 'RIFF',
    'notes.txt': 'x',
    'inner.zip': 'y',
  };
  for (const archive of [
    streamed(written),
    zipSync(Object.fromEntries(Object.entries(written).map(([k, v]) => [k, strToU8(v)]))),
  ]) {
    const { files, ignored } = await unpack(archive);
    assert.deepEqual([...files.keys()], ['results.json', 'summary.md', 'shoes/a.webp']);
    assert.equal(Buffer.from(files.get('results.json')!).toString(), '{"a":1}');
    assert.equal(ignored, 2);
  }
});

test('folders are no files; stored entries are read; an empty zip is empty', async () => {
  const folder = file('shoes/', text(''), { method: 0, mode: 0o040755 });
  const { files, ignored } = await unpack(zipOf([folder, file('shoes/a.json', text('[]'), { method: 0 })]));
  assert.deepEqual([[...files.keys()], ignored], [['shoes/a.json'], 0]);
  assert.equal((await unpack(zipOf([]))).files.size, 0);
});

test('names that could leave a folder are refused, even though nothing is written', async () => {
  await refused([file('../x.json')], /`\.\.\/x\.json`, whose name leaves the folder/);
  await refused([file('a/../../x.json')], /leaves the folder/);
  await refused([file('..')], /leaves the folder/);
  await refused([file('/etc/x.json')], /is absolute/);
  await refused([file('a\\..\\b.json')], /has a backslash/);
  await refused([file('C:x.json')], /begins with a drive/);
  await refused([file('a\0.json')], /has control characters/);
  await refused([file('a\n::error::b.json')], /has control characters/);
  await refused([file('')], /is empty/);
  await refused([file(`${'x'.repeat(300)}.json`)], /a name of 305 bytes; at most 300/);
  await refused([file('../x.exe')], /leaves the folder/);
  assert.deepEqual([...(await unpack(zipOf([file('a..b/...json')]))).files.keys()], ['a..b/...json']);
});

test('names are UTF-8, and of any script', async () => {
  const { files } = await unpack(zipOf([file('caf\u00e9.json')]));
  assert.deepEqual([...files.keys()], ['caf\u00e9.json']);
});

test('links, devices, encryption, other methods and doubles are refused', async () => {
  await refused([file('results.json', text('/etc/passwd'), { mode: 0o120777 })], /is a link or a device/);
  await refused([file('x', text(''), { mode: 0o020666 })], /is a link or a device/);
  await refused([file('results.json', text('{}'), { flags: 0x801 })], /is encrypted/);
  await refused([file('results.json', text('{}'), { flags: 0x841 })], /strong encryption/);
  await refused([file('results.json', text('{}'), { method: 14 })], /method 14; expected deflate/);
  await refused([file('results.json'), file('results.json', text('[]'))], /two entries `results\.json`/);
});

test('a bomb is refused at the bytes that come out, whatever it declares', async () => {
  const zeros = new Uint8Array(50_000_000);
  await refused([file('results.json', zeros)], /more than 5000000 bytes/);
  await refused([file('results.json', zeros, { declared: 100 })], /more than 200 times|more than 5000000 bytes/);
  await refused([file('results.json', zeros.subarray(0, 4_000_000))], /more than 200 times its size/);
  await refused([file('results.json', text('{"a":1}'), { declared: 3 })], /declares 3 bytes and has 7/);
  await refused([file('results.json', text('{}'), { declared: 4_000_000 })], /declares 4000000 bytes and has 2/);
  await refused([file('results.json', text('{}'), { method: 0, declared: 9 })], /size mismatch/);
});

test('many files are refused together, the ones that are not taken by what they declare', async () => {
  const block = noise(49_000);
  const data = Uint8Array.from({ length: 4_900_000 }, (_, i) => block[(i % 49_000) >> 4]!);
  const many = Array.from({ length: 21 }, (_, i) => file(`${i}.webp`, data));
  await refused(many, /unpacks to more than 100000000 bytes/);
  const ignored = many.map((_, i) => file(`${i}.bin`, text(''), { declared: 5_000_000 }));
  await refused(ignored, /unpacks to more than 100000000 bytes/);
});

test('what nobody reads, such as a report with all pictures, may be larger than a file that is read', async () => {
  const { files, ignored } = await unpack(zipOf([file('report.html', text(''), { declared: 50_000_000 })]));
  assert.deepEqual([files.size, ignored], [0, 1]);
});

test('entries are counted before they are read', async () => {
  const entries = Array.from({ length: unpackLimits.entries + 1 }, (_, i) => file(`${i}.bin`, text(''), { method: 0 }));
  await refused(entries, /2001 entries; at most 2000/);
  assert.equal((await unpack(zipOf(entries.slice(1)))).ignored, 2000);
});

test('what is no zip, or a damaged one, is refused', async () => {
  const sound = zipOf([file('results.json', text('{"a":[1,2,3,4,5,6,7,8,9]}'))]);
  const broken = Uint8Array.from(sound, (value, at) => (at >= 42 && at < 46 ? 0xff : value));
  await assertRefused(() => unpack(new Uint8Array(0)), /not a zip/);
  await assertRefused(() => unpack(noise(100_000)), /not a zip/);
  await assertRefused(() => unpack(sound.subarray(0, sound.length - 5)), /not a zip/);
  await assertRefused(() => unpack(sound.subarray(20)), /not a zip/);
  await assertRefused(() => unpack(broken), /not a zip/);
});
