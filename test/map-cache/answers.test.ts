import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { type Explainer, inProcess } from '../../src/explainer/explainer.ts';
import { presets } from '../../src/images/preprocess.ts';
import { cached } from '../../src/map-cache/cached.ts';
import type { AnswersRequest } from '../../src/maps/answers.ts';
import { stock } from '../../src/probes/stock.ts';
import { emptyWorkspace } from '../support/workspace.ts';

const real = inProcess(await wasmEngine());
const edits = stock(undefined).filter(({ name }) => ['blur', 'border-red', 'edges-swapped', 'dark'].includes(name));

/** A model, three pictures of which one cannot be read, and an engine that counts what it is asked for. */
async function setting(t: TestContext) {
  const workspace = await emptyWorkspace(t);
  const path = await workspace.model('tiny');
  const places = [
    { path: await workspace.picture('a.png', [['red', 1, 1]]) },
    { path: await workspace.picture('b.png', [['blue', 2, 1]]) },
    { path: workspace.path('broken.png') },
  ];
  await writeFile(places[2]!.path, 'no picture');
  const asked: string[] = [];
  const by = (version = real.version): Explainer => ({
    ...real,
    version,
    answers: (each, deadline) => {
      asked.push(each.edits.map(({ kind }) => kind).join());
      return real.answers(each, deadline);
    },
  });
  const said: string[] = [];
  const folder = workspace.path('cache');
  const once = (version?: string) => cached(by(version), { folder, scopes: ['own'] }, words => void said.push(words));
  const request = (more: Partial<AnswersRequest> = {}): AnswersRequest => ({
    ...{ path, load: {}, preprocess: presets.unit, fit: 'fill', edits, sample: false },
    fixtures: places.map((place, at) => ({ ...place, donor: places[(at + 1) % 2]! })),
    ...more,
  });
  return { workspace, asked, said, folder, once, request, places };
}

const all = edits.map(({ kind }) => kind).join();

test('what was asked before is read back bit by bit, in the order in which it is asked for', async t => {
  const { asked, said, once, request } = await setting(t);
  const plainly = await real.answers(request());
  assert.deepEqual(await once().answers(request()), plainly);
  assert.deepEqual(await once().answers(request()), plainly);
  assert.deepEqual([asked, said], [[all], []]);
  assert.ok(plainly.edited.flat().filter(Boolean).length === 2 * edits.length, 'two pictures can be read');
  const backwards = request({ edits: edits.toReversed() });
  assert.deepEqual((await once().answers(backwards)).edited, plainly.edited.toReversed());
});

test('whose surroundings a picture is given makes a difference to the edits that take them alone', async t => {
  const { asked, once, request, places } = await setting(t);
  await once().answers(request());
  const [a, b] = places;
  const others = request({ fixtures: [{ ...a!, donor: a! }, { ...b!, donor: b! }, places[2]!] });
  assert.deepEqual(await once().answers(others), await real.answers(others));
  assert.deepEqual(asked, [all, 'swap']);
  const none = request({ edits: edits.filter(({ kind }) => kind !== 'swap') });
  assert.deepEqual(await once().answers(none), await real.answers(none));
  assert.deepEqual(asked, [all, 'swap']);
});

test('another model, picture, edit, setting or engine is asked anew', async t => {
  const { workspace, asked, once, request, places } = await setting(t);
  await once().answers(request());
  const other = await workspace.model('other', { noise: 0.1 });
  const anew: AnswersRequest[] = [
    request({ path: other }),
    request({ preprocess: presets.tf }),
    request({ fit: 'contain' }),
    request({ edits: edits.slice(1) }),
    request({ sample: true }),
    request({ fixtures: [places[0]!] }),
  ];
  for (const each of anew) assert.deepEqual(await once().answers(each), await real.answers(each));
  assert.equal(asked.length, 1 + anew.length);
  await once('2').answers(request());
  assert.equal(asked.length, 2 + anew.length);
  await workspace.picture('a.png', [['green', 2, 2]]);
  assert.deepEqual(await once().answers(request()), await real.answers(request()));
  assert.equal(asked.length, 3 + anew.length);
});

test('an entry that was written to by somebody else is told, and asked anew', async t => {
  const { asked, said, folder, once, request } = await setting(t);
  await once().answers(request());
  const names = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.json'));
  assert.equal(names.length, 2);
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8');
    await writeFile(join(folder, name), text.replace('"asked":[0,1,2]', '"asked":[0,1,7]'));
  }
  assert.deepEqual(await once().answers(request()), await real.answers(request()));
  assert.deepEqual([asked.length, said.length], [2, 1]);
  assert.match(said[0]!, /was damaged/);
});

test('an entry with a digest of its own, of pictures that there are none of or with too few answers, is not believed', async t => {
  const { asked, folder, once, request } = await setting(t);
  await once().answers(request());
  const names = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.json'));
  for (const forged of [
    (text: string) => text.replace('"asked":[0,1,2]', '"asked":[0,1,7]'),
    (text: string) => text.replace('"asked":[0,1,2]', '"asked":[0,1]'),
    (text: string) => text.replace(/"edited":\[\[.*?\],?/, '"edited":['),
  ]) {
    const before = asked.length;
    for (const name of names) {
      const body = forged((await readFile(join(folder, name), 'utf8')).slice(65));
      const key = basename(name, '.json');
      await writeFile(join(folder, name), `${createHash('sha256').update(`${key}\n${body}`).digest('hex')}\n${body}`);
    }
    assert.deepEqual(await once().answers(request()), await real.answers(request()));
    assert.equal(asked.length, before + 1);
  }
});

test('a model that is not there is the engine’s to refuse', async t => {
  const { once, request, workspace } = await setting(t);
  await assert.rejects(once().answers(request({ path: workspace.path('absent') })), /absent/);
});
