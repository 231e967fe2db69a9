import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { AuditedModel } from '../../src/auditing/one-model.ts';
import { plain } from '../../src/core/raster.ts';
import { decode } from '../../src/images/decode.ts';
import type { FixtureToShow } from '../../src/images/load.ts';
import { editFiles, withEditPictures } from '../../src/targets/_edit-pictures.ts';
import { pictureForms } from '../../src/targets/_picture-form.ts';
import { fixture, model, results, type SomeModel } from '../support/results.ts';

const map = { width: 2, height: 1, data: Float32Array.of(1, 0) };
const frame = { kind: 'frame', colours: [[250, 220, 30]], width: 0.1 } as const;
const means = { moved: 0.3, flipped: 1, divergence: 0.5 };
const probe = { name: 'frame', fixtures: 2, candidate: means, limit: 0.1, worst: 'a.png' };
const flip = (edit: string) => ({ edit, words: `the probe ${edit}`, fixture: 'b.png', from: 'hat', to: 'shoe' });

async function drawn(t: TestContext, result: SomeModel, flips: readonly string[] = []) {
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-edits-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const seen = { maps: { 'grad-cam': map }, probes: { frame: { moved: 0.3, predicted: 1, divergence: 0.5, map } } };
  const names = ['a.png', 'b.png'];
  const audited = {
    config: {
      fixtures: names.map(name => ({ name, path: name })),
      probes: [{ name: 'frame', ...frame }],
      methods: ['grad-cam'],
    },
    candidate: { input: { width: 64, height: 32, channels: 3 }, seen: new Map(names.map(name => [name, seen])) },
    result: model(
      names.map(name => fixture(name, 0.01)),
      { name: 'm', ...result },
    ),
    flips: flips.map(edit => ({ ...flip(edit), done: frame, map, sure: { from: 0.9, to: 0.8 } })),
  } as unknown as AuditedModel;
  const asked: string[] = [];
  const loaded = { picture: plain(64, 32, [90, 90, 90]), regions: [] };
  const explainer = {
    async fixture({ path }: { path: string }): Promise<FixtureToShow> {
      asked.push(path);
      return loaded;
    },
  };
  await mkdir(join(folder, 'm'));
  const { probes, flips: shown } = await withEditPictures(folder, audited, explainer);
  const files = (await readdir(join(folder, 'm'))).sort();
  const sizes = await Promise.all(
    files.map(async name => {
      const { width, height } = await decode(await readFile(join(folder, 'm', name)), name);
      return [name, width, height];
    }),
  );
  return { probes, shown, sizes, asked };
}

const paths = (name: string) => ({ picture: `m/${name}.webp`, narrow: `m/${name}.narrow.webp` });
/** A title's line, pictures of 160 x 80, and a caption of three lines each. */
const row = 80 + 4 + 3 * 15 + 8;

test('a probe that changes no answer is shown on the fixture that it moves most, in two forms', async t => {
  const { probes, sizes, asked } = await drawn(t, { probes: [probe] });
  assert.deepEqual(probes, [{ ...probe, ...paths('probe-frame') }]);
  assert.deepEqual(sizes, [
    ['probe-frame.narrow.webp', 344, 27 + 2 * row],
    ['probe-frame.webp', 680, 27 + row],
  ]);
  assert.deepEqual([...new Set(asked)], ['a.png']);
});

test('one that changes an answer is shown where it does; so is an edit that is no probe', async t => {
  const found = await drawn(t, { probes: [probe], flips: [flip('frame'), flip('border')] }, ['frame', 'border']);
  assert.deepEqual([...new Set(found.asked)], ['b.png']);
  assert.deepEqual(found.shown, [
    { ...flip('frame'), ...paths('probe-frame') },
    { ...flip('border'), ...paths('edit-border') },
  ]);
  assert.equal(found.sizes.length, 4);
});

test('what cannot be drawn has no picture, and names of pictures of edits are kept free for them', async t => {
  const { probes, sizes } = await drawn(t, { probes: [{ ...probe, name: 'unknown' }] });
  assert.deepEqual([probes, sizes], [[{ ...probe, name: 'unknown' }], []]);
  const files = editFiles(model([], { probes: [probe], flips: [flip('border')] }));
  assert.deepEqual(files, ['probe-frame', 'edit-border']);
});

test('twelve pictures have a form for narrow screens, and 48 have all their pixels', () => {
  const fixtures = Array.from({ length: 60 }, (_, at) => fixture(`${at}.png`, 0.9 - at / 100));
  const found = results(model([...fixtures, fixture('steady.png', 0.01)]));
  const formOf = pictureForms(found);
  const forms = fixtures.map(({ name }) => formOf('shoes', name));
  const count = (form: string) => forms.filter(each => each === form).length;
  assert.deepEqual([count('both'), count('sharp'), count('plain')], [12, 36, 12]);
  assert.deepEqual([forms[0], forms[12], forms[59]], ['both', 'sharp', 'plain']);
  assert.deepEqual([formOf('shoes', 'steady.png'), formOf('other', '0.png')], ['plain', 'plain']);
});
