import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCompared, isShown } from '../../src/results/fixture.ts';
import { narrowPaths, picturePaths } from '../../src/results/pictures.ts';
import { type Verdict, verdicts, worst } from '../../src/results/verdict.ts';
import { readFixture, readModel } from '../../src/results-file/read.ts';
import type { WrittenFixture } from '../../src/results-file/schema.ts';
import { resultsText } from '../../src/results-file/write.ts';
import { broken, fileOf, fixture, lone, model, results } from '../support/results.ts';

const answer = (index: number) => ({ predicted: { index }, explained: { index: 0 } });
const compared: WrittenFixture = {
  ...{ name: 'a.png', status: 'steady', baseline: answer(0), candidate: answer(0), flipped: false, maps: {} },
};
/** Of everything that can be written of a fixture. */
const more: Partial<WrittenFixture> = {
  ...{ digest: 'd', reason: 'why', touched: 'added', truth: 'hat', expected: true, tags: ['t'], montage: 'm/a.webp' },
  ...{ narrow: 'm/n.webp', divergence: 0.1, probes: {}, regions: {}, copyOf: 'b.png' },
};

test('a fixture has what its status has, and nothing else that a file says of it', () => {
  const read = (status: WrittenFixture['status']) => Object.keys(readFixture({ ...compared, ...more, status })).sort();
  const shown = ['candidate', 'copyOf', 'digest', 'expected', 'montage', 'name', 'narrow', 'probes', 'reason'];
  const rest = ['regions', 'status', 'tags', 'touched', 'truth'];
  assert.deepEqual(read('lost'), ['name', 'status']);
  assert.deepEqual(read('failed'), ['expected', 'name', 'reason', 'status', 'truth']);
  assert.deepEqual(read('new'), [...shown, ...rest]);
  for (const status of ['steady', 'moved'] as const)
    assert.deepEqual(read(status), [...shown, ...rest, 'baseline', 'divergence', 'flipped', 'maps'].sort());
});

test('a fixture that was compared has both answers and maps, or is not read', () => {
  for (const missing of ['baseline', 'candidate', 'maps'] as const) {
    const { [missing]: _, ...without } = compared;
    assert.throws(() => readFixture(without), new TypeError('a.png is steady, and was not compared.'), missing);
  }
});

test('whether an answer flipped is told by the classes where the file does not say', () => {
  const flipped = (before: number, now: number, said?: boolean) =>
    readFixture({ ...compared, baseline: answer(before), candidate: answer(now), flipped: said }).flipped;
  assert.deepEqual(
    [flipped(0, 1), flipped(1, 1), flipped(0, 1, false), flipped(1, 1, true)],
    [true, false, false, true],
  );
});

test('a model that failed to load, was not judged, or has no candidate was not audited: no fixture of it counts', () => {
  const written = fileOf(results(model([fixture('a.png', 0.3)]))).models[0]!;
  assert.equal(readModel(written).fixtures.length, 1);
  const error = { code: 'model-unreadable', message: 'No such file.', remedy: 'Check.', exitCode: 4 };
  for (const spoilt of [
    { ...written, error },
    { ...written, judged: undefined },
    { ...written, candidate: undefined },
  ]) {
    const read = readModel(spoilt);
    assert.deepEqual(read.fixtures, []);
    assert.deepEqual(
      [read.judged, read.candidate, read.error],
      [undefined, undefined, 'error' in spoilt ? error : undefined],
    );
    assert.equal('error' in read, 'error' in spoilt);
  }
});

test('what a comparison gives is there where there is a baseline, and only there', () => {
  const written = fileOf(results(model([fixture('a.png', 0.3)]))).models[0]!;
  const { drift: _, predictions: __, ...bare } = written;
  assert.deepEqual([readModel(bare).drift, readModel(bare).predictions], [{}, { compared: 0, flipped: 0 }]);
  const { baseline: ___, ...alone } = { ...written, score: { value: 9, signal: 'ssim' } };
  const read = readModel(alone);
  assert.deepEqual(
    [read.baseline, read.drift, read.predictions, read.score],
    [undefined, undefined, undefined, undefined],
  );
});

test('every kind of model and fixture is written as it was read; two blanks a level, and a line end', () => {
  const fate = [
    { name: 'b.png', status: 'lost' },
    { name: 'c.png', status: 'failed', truth: 'hat', expected: false, reason: 'It is damaged.' },
    { name: 'd.png', status: 'new', candidate: answer(1), tags: ['night'] },
  ] as const;
  const error = { code: 'model-unreadable', message: 'No such file.', remedy: 'Check.', exitCode: 4 };
  const all = results(model([fixture('a.png', 0.3), ...fate]), lone([fixture('a.png', 0)]), broken(error));
  const text = [...resultsText(all)].join('');
  assert.ok(text.startsWith('{\n  "version": 1,') && text.endsWith('}\n'));
  const again = { ...all, models: fileOf(all).models.map(readModel) };
  assert.deepEqual(JSON.parse([...resultsText(again)].join('')), JSON.parse(text));
});

test('fixtures are compared or not, and shown or not, by their status', () => {
  const kinds = (['steady', 'moved', 'new', 'lost', 'failed'] as const).map(status =>
    readFixture({ ...compared, status }),
  );
  assert.deepEqual(kinds.map(isCompared), [true, true, false, false, false]);
  assert.deepEqual(kinds.map(isShown), [true, true, true, false, false]);
});

test('pictures are those of edits, then of fixtures, then the narrow ones, each once', () => {
  const means = { moved: 0, flipped: 0, divergence: 0 };
  const probes = [{ name: 'mark', fixtures: 1, candidate: means, limit: 1, picture: 'p.webp', narrow: 'pn.webp' }];
  const flips = [{ edit: 'e', words: 'w', fixture: 'a', from: 'x', to: 'y', picture: 'e.webp', narrow: 'en.webp' }];
  const drawn = fixture('a', 0, { montage: 'a.webp', narrow: 'an.webp' });
  const models = [model([drawn, fixture('b', 0), fixture('c', 0, { montage: 'a.webp' })], { probes, flips }), lone([])];
  assert.deepEqual(picturePaths(models), ['p.webp', 'e.webp', 'a.webp', 'pn.webp', 'en.webp', 'an.webp']);
  assert.deepEqual(narrowPaths(models), ['pn.webp', 'en.webp', 'an.webp']);
});

test('the worst of two verdicts is the later in pass, warn, accepted, incomplete, fail, in either order', () => {
  const order: Verdict[] = ['pass', 'warn', 'accepted', 'incomplete', 'fail'];
  assert.deepEqual([...verdicts], order);
  for (const [i, a] of order.entries())
    for (const [j, b] of order.entries()) assert.equal(worst([a, b]), order[Math.max(i, j)]);
});
