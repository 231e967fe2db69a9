import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requirePlausible } from '../../src/artifacts/_plausible.ts';
import { CamdriftError } from '../../src/errors.ts';
import type { WrittenFixture, WrittenModel, WrittenResults } from '../../src/results-file/schema.ts';
import { changeOf, everywhere, fileOf, fixture, model, results } from '../support/results.ts';

const head = 'a'.repeat(40);

const honest = (): WrittenResults =>
  fileOf({
    ...results(model([fixture('a.png', 0.02), fixture('b.png', 0.04)])),
    change: changeOf(head, 'b'.repeat(40)),
  });

/** What is wrong with results that somebody has spoiled; undefined: nothing. */
function trouble(spoil: (value: WrittenResults) => void, baseRef?: string): string | undefined {
  const value = honest();
  spoil(value);
  try {
    requirePlausible(value, { head, baseRef });
  } catch (error) {
    assert.ok(error instanceof CamdriftError && error.code === 'claims-rejected', String(error));
    return error.message;
  }
  return undefined;
}

const ofModel = (more: object) => trouble(({ models }) => Object.assign(models[0]!, more));
const ofFixture = (more: object, spoil: (found: WrittenFixture) => void = () => {}) =>
  trouble(({ models }) => spoil(Object.assign(models[0]!.fixtures[0]!, more)));

test('what an audit writes is plausible, whatever its branch, and of its branch', () => {
  assert.equal(
    trouble(() => {}),
    undefined,
  );
  assert.equal(
    trouble(() => {}, 'main'),
    undefined,
  );
  assert.equal(
    trouble(() => {}, 'release'),
    'The results compare with the branch `main`; the pull request goes to `release`.',
  );
});

test('results are of the commit that the run is of', () => {
  const [other, of] = ['c'.repeat(40), `; the run is of ${head}.`];
  assert.equal(
    trouble(({ change }) => Object.assign(change!, { head: other })),
    `The results are of commit ${other}${of}`,
  );
  assert.equal(
    trouble(value => delete value.change),
    `The results are of commit unknown${of}`,
  );
});

test('a model has a name of letters, digits, dots, hyphens and underscores', () => {
  for (const name of ['a', 'A-1_b.c', '..']) assert.equal(ofModel({ name }), undefined, name);
  for (const name of ['', 'a b', 'a/b', 'ü', 'a\n'])
    assert.match(ofModel({ name })!, /^`.*` is not a name that a model can have\.$/, name);
});

test('what is named once is named once: models, their fixtures and their probes', () => {
  const probe = { name: 'mark', fixtures: 1, candidate: { moved: 0, flipped: 0, divergence: 0 }, limit: 1 };
  assert.equal(ofModel({ probes: [probe, { ...probe, name: 'frame' }] }), undefined);
  assert.equal(ofModel({ probes: [probe, probe] }), 'Two probes of model `shoes` are named `mark`.');
  assert.equal(ofFixture({ name: 'b.png' }), 'Two fixtures of model `shoes` are named `b.png`.');
  assert.equal(
    trouble(({ models }) => models.push(models[0]!)),
    'Two models are named `shoes`.',
  );
  assert.equal(
    trouble(({ models }) => models.push({ ...models[0]!, name: 'hats' })),
    undefined,
    'two models may have fixtures of one name',
  );
});

test('each content counts once, and a copy is one of what counts', () => {
  const digests = (...each: { digest?: string; copyOf?: string }[]) =>
    trouble(({ models }) => {
      const [first] = models[0]!.fixtures;
      models[0]!.fixtures = each.map((more, at) => ({ ...first!, name: `${at}.png`, ...more }));
    });
  const [one, two] = ['1'.repeat(64), '2'.repeat(64)];
  assert.equal(digests({ digest: one }, { digest: two }), undefined);
  assert.equal(digests({}, {}), undefined, 'without digests nobody knows');
  assert.equal(digests({ digest: one }, { digest: one, copyOf: '0.png' }, { digest: one, copyOf: '0.png' }), undefined);
  assert.equal(
    digests({ digest: one }, { digest: one }),
    `Two fixtures of model \`shoes\` have the digest \`${one}\`.`,
  );
  const no = 'The fixture `1.png` of model `shoes` is not the copy that it is called.';
  assert.equal(digests({ digest: one }, { digest: two, copyOf: '0.png' }), no, 'of another content');
  assert.equal(digests({ digest: one }, { copyOf: '0.png' }), no, 'of no known content');
  assert.equal(digests({ digest: one }, { digest: one, copyOf: '2.png' }), no, 'of one that is not there');
  assert.equal(
    digests({ digest: one, copyOf: '1.png' }, { digest: one, copyOf: '0.png' }),
    no.replace('1.png', '0.png'),
    'of one another',
  );
});

test('a model is judged or says why it is not, by methods and metrics that there are', () => {
  const error = { code: 'x', message: 'x', remedy: 'x', exitCode: 4 };
  const lineage = { kind: 'converted', words: 'None.', source: 'detected' };
  for (const [more, message] of [
    [{ error, fixtures: [], judged: undefined }, undefined],
    [{ error }, 'Model `shoes` was not audited, and has fixtures.'],
    [{ judged: undefined }, 'Model `shoes` says neither how it was judged nor why it was not.'],
    [{ lineage }, undefined],
    [{ lineage, baseline: undefined }, 'Model `shoes` has a lineage, and no baseline that it comes from.'],
    [{ baseline: undefined }, undefined],
    [{ judged: { method: 'gradcam', thresholds: {} } }, '`gradcam` is not known, which is a judged method of model `shoes`.'], // biome-ignore format: a row each
    [{ judged: { method: 'cam', thresholds: { overlap: 1, divergence: 1 } } }, '`divergence` is not known, which is a threshold of model `shoes`.'], // biome-ignore format: a row each
  ] as const)
    assert.equal(ofModel(more), message, JSON.stringify(more));
});

test('what was compared has both sides and maps, and what was not has neither', () => {
  const without = (...keys: (keyof WrittenFixture)[]) =>
    ofFixture({}, found => {
      for (const key of keys) delete found[key];
    });
  for (const key of ['baseline', 'candidate', 'maps'] as const)
    assert.equal(without(key), 'The fixture `a.png` of model `shoes` is steady without maps.', key);
  const alone = (status: string, keep: readonly (keyof WrittenFixture)[], more: object = {}) =>
    ofFixture({ status, ...more }, found => {
      for (const key of ['baseline', 'flipped', 'divergence', 'maps'] as const)
        if (!keep.includes(key)) delete found[key];
    });
  for (const status of ['new', 'lost', 'failed']) {
    assert.equal(alone(status, []), undefined, status);
    for (const key of ['baseline', 'flipped', 'divergence', 'maps'] as const)
      assert.equal(
        alone(status, [key], { divergence: 0 }),
        `The fixture \`a.png\` of model \`shoes\` is ${status}, and was compared nevertheless.`,
        `${status} with ${key}`,
      );
  }
});

test('a map has every metric and none that there is not; one that was refused has none', () => {
  const maps = (of: object) => ofFixture({ maps: of });
  const drift = everywhere(0.1);
  assert.equal(maps({ 'grad-cam': { drift }, cam: { refused: 'No dense head.' } }), undefined);
  assert.equal(
    maps({ constructor: { drift } }),
    '`constructor` is not known, which is a method in fixture `a.png` of model `shoes`.',
  );
  assert.equal(
    maps({ cam: { drift: { ...drift, valueOf: 1 } } }),
    '`valueOf` is not known, which is a metric in fixture `a.png` of model `shoes`.',
  );
  for (const name of Object.keys(drift)) {
    const { [name]: _, ...others } = drift;
    assert.equal(
      maps({ cam: { drift: others } }),
      `The fixture \`a.png\` of model \`shoes\` has no ${name}. Another version of camdrift may have made it.`,
    );
  }
});

const paths: [path: string, taken: boolean][] = [
  ['shoes/a.webp', true],
  ['shoes/a.narrow.webp', true],
  ['a..b/...webp', true],
  ['shoes/a.png', false],
  ['shoes/a.webp.png', false],
  ['a.webp', false],
  ['/shoes/a.webp', false],
  ['./a.webp', false],
  ['../a.webp', false],
  ['shoes/../a.webp', false],
  ['shoes/deep/a.webp', false],
  ['shoes\\a.webp', false],
  ['shoes/a b.webp', false],
  ['shoes/a.webp\n', false],
  ['https://elsewhere.example/a.webp', false],
];
const places: [what: string, asked: (path: string) => string | undefined, expected: string][] = [
  ['fixture `a.png`', montage => ofFixture({ montage }), 'MODEL/FIXTURE.webp'],
  ['fixture `a.png`', narrow => ofFixture({ narrow }), 'MODEL/FIXTURE.webp'],
  ['probe `mark`', picture => ofModel(pictured('probes', { name: 'mark', picture })), 'MODEL/probe-NAME.webp'],
  ['probe `mark`', narrow => ofModel(pictured('probes', { name: 'mark', narrow })), 'MODEL/probe-NAME.webp'],
  ['edit `red`', picture => ofModel(pictured('flips', { edit: 'red', picture })), 'MODEL/edit-NAME.webp'],
  ['edit `red`', narrow => ofModel(pictured('flips', { edit: 'red', narrow })), 'MODEL/edit-NAME.webp'],
];
const pictured = (key: keyof WrittenModel, item: object) => ({ [key]: [item] });

test('a picture lies in the folder of its model and nowhere else', () => {
  for (const [what, asked, expected] of places)
    for (const [path, taken] of paths) {
      const shown = path.replace('\n', ' ');
      const message = `The picture of ${what} of model \`shoes\` has the path \`${shown}\`; expected ${expected}.`;
      assert.equal(asked(path), taken ? undefined : message, `${what}: ${JSON.stringify(path)}`);
    }
});
