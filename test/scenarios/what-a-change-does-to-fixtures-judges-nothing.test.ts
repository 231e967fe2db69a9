import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  configText,
  type Files,
  marked,
  modelFiles,
  pictureFiles,
  projectFiles,
  retrained,
  type Scene,
  type SceneResult,
  scene,
  shortcut,
} from '../support/scene.ts';
import type { Spot } from '../support/workspace.ts';

/** Thirty different pictures on which the shortcut looks where the model before looked. */
function easy(folder = 'images'): Record<string, readonly Spot[]> {
  const green = (index: number): Spot => ['green', index % 4, Math.floor(index / 4) % 4];
  const spots = (index: number): readonly Spot[] => [green(index), green(index + (index < 16 ? 1 : 2))];
  return Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${folder}/easy-${index}.png`, spots(index)]));
}

const codes = ({ results }: SceneResult) => results!.models[0]!.reasons.map(({ level, code }) => `${level} ${code}`);
const bad = () => modelFiles('models/tiny', shortcut);
const heading = (pull: Scene) => /^### .*/m.exec(pull.comments().at(-1)!)![0];

for (const policy of ['head', 'base']) {
  test(`pictures that a change adds pull no mean under a limit (policy of the ${policy})`, async t => {
    const pull = await scene(t, {
      before: await projectFiles(),
      after: { ...(await bad()), ...(await pictureFiles(easy())) },
    });
    const ran = await pull.run({ inputs: { 'policy-from': policy } });
    assert.deepEqual([ran.code, ran.outputs.verdict], [1, 'fail'], ran.stdout);
    assert.ok(ran.results!.models[0]!.drift!['grad-cam']!['attention-shift']!.mean > 0.5);
    assert.equal(ran.outputs.fixtures, '33', 'they are shown');
    assert.match(
      pull.comments().at(-1)!,
      /30 of 33 fixtures are added or edited by this change: they are shown and not judged/,
    );
  });
}

test('nor do those that are seen through a link that it adds', async t => {
  const config = configText(['tiny'], { fixtures: ['images/**/*.png'] });
  const before = { ...(await projectFiles()), 'camdrift.yml': config };
  const link = { 'images/more': { symlink: '../misc' } } as unknown as Files;
  const pull = await scene(t, { before, after: { ...(await bad()), ...(await pictureFiles(easy('misc'))), ...link } });
  const ran = await pull.run({ inputs: { 'policy-from': 'base' } });
  assert.deepEqual([ran.code, ran.outputs.verdict], [1, 'fail'], ran.stdout);
  assert.ok(codes(ran).includes('pass fixtures-touched'));
  assert.match(pull.comments().at(-1)!, /fixtures added.*images\/more/);
});

test('nor those that were in the repository, and that it makes fixtures of', async t => {
  const before = { ...(await projectFiles()), ...(await pictureFiles(easy('docs'))) };
  const after = { ...(await bad()), 'camdrift.yml': configText(['tiny'], { fixtures: ['images/*', 'docs/*'] }) };
  const ran = await (await scene(t, { before, after })).run();
  assert.deepEqual([ran.code, ran.outputs.verdict], [1, 'fail'], ran.stdout);
});

test('an added picture that moved far fails nobody', async t => {
  const before = await projectFiles({
    images: { 'images/1.png': [['green', 1, 1]], 'images/2.png': [['green', 2, 0]] },
  });
  const added = await pictureFiles({
    'images/3.png': [
      ['red', 0, 0],
      ['blue', 3, 3],
    ],
  });
  const ran = await (await scene(t, { before, after: { ...(await bad()), ...added } })).run();
  assert.ok(ran.results!.models[0]!.fixtures.some(({ touched, status }) => touched === 'added' && status === 'moved'));
  assert.equal(ran.results!.models[0]!.drift!['grad-cam']!['attention-shift']!.max, 0);
  assert.ok(!codes(ran).includes('fail attention-regression'));
});

test('most fixtures deleted, and the last one edited: no verdict', async t => {
  const before = await projectFiles({ images: marked(8) });
  const deleted = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`images/${index + 1}.png`, null]));
  const pull = await scene(t, {
    before,
    after: { ...(await bad()), ...deleted, ...(await pictureFiles({ 'images/8.png': [['red', 0, 1]] })) },
  });
  const ran = await pull.run();
  assert.deepEqual([ran.code, ran.outputs.verdict, codes(ran)[0]], [1, 'incomplete', 'incomplete nothing-compared']);
  assert.match(heading(pull), /incomplete – no verdict on tiny/);
  assert.match(pull.comments().at(-1)!, /Change fixtures in a pull request of their own, without the model/);
});

test('all but one deleted: what is left stands for none of the others', async t => {
  const deleted = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`images/${index + 1}.png`, null]));
  const before = await projectFiles({ images: marked(8) });
  const ran = await (
    await scene(t, { before, after: { ...(await modelFiles('models/tiny', retrained)), ...deleted } })
  ).run();
  assert.deepEqual([ran.code, ran.outputs.verdict, codes(ran)[0]], [1, 'incomplete', 'incomplete fixtures-missing']);
});

test('the same by a narrower glob', async t => {
  const before = await projectFiles({ images: marked(8) });
  const after = {
    ...(await modelFiles('models/tiny', retrained)),
    'camdrift.yml': configText(['tiny'], { fixtures: ['images/1.png'] }),
  };
  const ran = await (await scene(t, { before, after })).run();
  assert.equal(codes(ran)[0], 'incomplete fixtures-missing');
});

test('fixtures that move, or are copied, were there before', async t => {
  const before = await projectFiles({ images: marked(4), config: { fixtures: ['images/**/*.png'] } });
  const picture = (name: string) => before[`images/${name}.png`] as Uint8Array;
  const moved = { 'images/1.png': null, 'images/sub/one.png': picture('1'), 'images/0.png': picture('2') };
  const ran = await (
    await scene(t, { before, after: { ...(await modelFiles('models/tiny', retrained)), ...moved } })
  ).run();
  const { fixtures } = ran.results!.models[0]!;
  assert.deepEqual(
    fixtures.filter(({ copyOf }) => !copyOf).map(({ name, touched, status }) => [name, touched, status]),
    ['images/0.png', 'images/3.png', 'images/4.png', 'images/sub/one.png'].map(name => [name, undefined, 'steady']),
  );
  assert.ok(!codes(ran).some(code => /touched|lost|missing/.test(code)));
});

test('fixtures alone, exchanged in a pull request of their own, pass', async t => {
  const pull = await scene(t, {
    before: await projectFiles(),
    after: { ...(await pictureFiles(easy())), 'images/1.png': null, 'images/2.png': null, 'images/3.png': null },
  });
  const ran = await pull.run();
  assert.deepEqual([ran.code, ran.outputs.verdict], [0, 'warn'], ran.stdout);
  assert.deepEqual(codes(ran), ['pass fixtures-touched', 'warn fixtures-lost', 'pass same-model']);
});

test('the pull request that brings camdrift is judged on what it brings', async t => {
  const before = await modelFiles('models/tiny');
  const { 'camdrift.yml': config, ...rest } = await projectFiles();
  const ran = await (await scene(t, { before, after: { ...rest, ...(await bad()), 'camdrift.yml': config! } })).run();
  assert.deepEqual([ran.code, ran.outputs.verdict], [1, 'fail'], ran.stdout);
});
