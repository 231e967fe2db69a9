import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Heatmap } from '../../src/core/heatmap.ts';
import type { Raster } from '../../src/core/raster.ts';
import type { LoadedFixture } from '../../src/images/load.ts';
import { presets } from '../../src/images/preprocess.ts';
import {
  type ExplainOptions,
  type Explanation,
  explainLoaded,
  type FixtureTask,
  isFailure,
} from '../../src/maps/explain.ts';
import type { Evidence } from '../../src/methods/method.ts';
import type { ExplainRequest, Model, TaskKind } from '../../src/models/model.ts';

const grid = (...data: number[]) => ({ width: 2, height: 2, channels: 1, data: Float32Array.from(data) });

interface Given {
  readonly kind?: TaskKind;
  /** Probabilities that the model gives, whatever it sees; the first value of the picture is the logit of class 0. */
  readonly probabilities?: readonly number[];
  readonly asked?: (readonly (number | 'predicted')[])[];
}

/** A model that can be foretold: its features are the picture itself, and the slope of class c is c + 1 everywhere. */
function byHand({ kind = 'single-label', probabilities = [0.25, 0.75], asked = [] }: Given = {}): Model {
  const explain = (batch: readonly Float32Array[], { classes }: ExplainRequest): Evidence[] => {
    asked.push(classes);
    return batch.map((values, at) => {
      const likeliest = probabilities.indexOf(Math.max(...probabilities));
      const classIndex = classes[at] === 'predicted' ? likeliest : (classes[at] as number);
      const logits = Float32Array.of(values[0]!, 7);
      const gradients = grid(...Array<number>(4).fill(classIndex + 1));
      return {
        logits,
        probabilities: Float32Array.from(probabilities),
        classIndex,
        activations: grid(...values),
        gradients,
      };
    });
  };
  return { input: { width: 2, height: 2, channels: 1 }, task: { kind, from: 'said' }, explain } as unknown as Model;
}

const picture: Raster = { width: 2, height: 2, channels: 1, data: Uint8Array.of(10, 20, 30, 40) };
const fixture = (...values: number[]): LoadedFixture => ({
  digest: values.join(),
  values: Float32Array.from(values),
  picture,
  regions: [],
});
const task = (more: Partial<FixtureTask> = {}): FixtureTask => ({ path: 'any.png', class: 'predicted', ...more });
const options: ExplainOptions = {
  layer: 'any',
  methods: ['grad-cam'],
  score: 'logit',
  preprocess: presets.raw,
  fit: 'fill',
};

function explained(model: Model, loaded: LoadedFixture, of: FixtureTask = task(), how = options): Explanation {
  const [outcome] = explainLoaded(model, [of], [loaded], how);
  assert.ok(outcome && !isFailure(outcome));
  return outcome;
}

const heatOf = (outcome: Explanation, method = 'grad-cam') => [...(outcome.maps[method] as Heatmap).data];

test('a fixture is explained for the class that is asked for, and told with the one that is predicted', () => {
  const one = explained(byHand(), fixture(1, 2, 3, 4), task({ class: 0 }));
  assert.deepEqual([one.classIndex, one.predicted, heatOf(one)], [0, 1, [1, 2, 3, 4]]);
  assert.deepEqual([[...one.logits], [...one.probabilities], one.digest], [[1, 7], [0.25, 0.75], '1,2,3,4']);
  const other = explained(byHand(), fixture(1, 2, 3, 4));
  assert.deepEqual([other.classIndex, heatOf(other)], [1, [2, 4, 6, 8]]);
  assert.deepEqual([other.value, other.picture, other.others], [undefined, undefined, undefined]);
});

test('what could not be read stays in its place, and all others go through the model together', () => {
  const asked: (readonly (number | 'predicted')[])[] = [];
  const loaded = [fixture(1, 0, 0, 0), { failed: 'gone' }, fixture(2, 0, 0, 0)];
  const found = explainLoaded(byHand({ asked }), [task(), task(), task({ class: 0 })], loaded, options);
  assert.deepEqual(
    found.map(outcome => (isFailure(outcome) ? outcome.failed : outcome.digest)),
    ['1,0,0,0', 'gone', '2,0,0,0'],
  );
  assert.deepEqual(asked, [['predicted', 0]]);
  const none = explainLoaded(byHand({ asked }), [task()], [{ failed: 'gone' }], options);
  assert.deepEqual([none, asked.length], [[{ failed: 'gone' }], 1], 'nothing is asked of nothing');
});

test('every method is asked, in its order, and a map of values that are not finite is none', () => {
  const how = { ...options, methods: ['hires-cam', 'grad-cam', 'cam'] };
  const { maps } = explained(byHand(), fixture(1, -2, 3, 4), task(), how);
  assert.deepEqual(Object.keys(maps), ['hires-cam', 'grad-cam', 'cam']);
  assert.ok('refused' in maps.cam!, 'it needs the weights of a linear head');
  const overflowed = explained(byHand(), fixture(1, Number.POSITIVE_INFINITY, 0, 0)).maps['grad-cam'];
  assert.deepEqual(overflowed, {
    refused: 'The map holds values that are not finite: activations or gradients overflowed.',
  });
});

test('a number that is predicted is told as such', () => {
  assert.equal(explained(byHand({ kind: 'regression', probabilities: [1] }), fixture(17, 0, 0, 0)).value, 17);
});

test('the picture comes along where it is asked for; of an array, its numbers as greys', () => {
  const how = { ...options, pictures: true };
  assert.equal(explained(byHand(), fixture(1, 2, 3, 4), task(), how).picture, picture);
  const array = { ...fixture(0, 1, 2, 4), picture: undefined };
  assert.deepEqual([...explained(byHand(), array, task(), how).picture!.data], [0, 64, 128, 255]);
});

test('of several labels each that is present or asked for is explained, else the likeliest', () => {
  const asked: (readonly (number | 'predicted')[])[] = [];
  const labels = (...probabilities: number[]) => byHand({ kind: 'multi-label', probabilities, asked });
  const told = ({ others = [], ...first }: Explanation) =>
    [first, ...others].map(each => [each.classIndex, heatOf(each)[0]!]);
  assert.deepEqual(told(explained(labels(0.5, 0.1, 0.9), fixture(1, 0, 0, 0))), [
    [0, 1],
    [2, 3],
  ]);
  assert.deepEqual(asked.splice(0), [['predicted'], [0]], 'once more for what was not explained yet');
  assert.deepEqual(told(explained(labels(0.1, 0.2, 0.3), fixture(1, 0, 0, 0))), [[2, 3]]);
  assert.deepEqual(asked.splice(0), [['predicted']]);
  const wanted = task({ labels: [{ index: 1 }] });
  assert.deepEqual(told(explained(labels(0.1, 0.2, 0.9), fixture(1, 0, 0, 0), wanted)), [
    [1, 2],
    [2, 3],
  ]);
  assert.deepEqual(told(explained(labels(0.1, 0.2, 0.3), fixture(1, 0, 0, 0), wanted)), [[1, 2]]);
});

test('heat in regions is told beside that of the earlier map, of each label its own', () => {
  const left = { region: 'left', mask: { width: 2, height: 2, data: Uint8Array.of(1, 0, 1, 0) } };
  const loaded = { ...fixture(3, 1, 3, 1), regions: [left] };
  const earlier = { width: 2, height: 2, data: Float32Array.of(0, 1, 0, 1) };
  const seen = explained(byHand(), loaded, task({ earlier })).regions.left!;
  assert.deepEqual(
    [seen.area, seen.heat, seen.earlier],
    [0.5, { inside: 0.75, pointing: true }, { inside: 0, pointing: false }],
  );
  assert.equal(explained(byHand(), loaded).regions.left!.earlier, undefined);
  const labels = [{ index: 0 }, { index: 1, earlier }];
  const { others = [], ...first } = explained(byHand({ kind: 'multi-label' }), loaded, task({ labels, earlier }));
  assert.deepEqual([first.classIndex, first.regions.left!.earlier], [0, undefined]);
  assert.deepEqual([others[0]!.classIndex, others[0]!.regions.left!.earlier], [1, { inside: 0, pointing: false }]);
});

test('an edit is asked of all pictures together, for the class that each was explained for; an array cannot be edited', () => {
  const asked: (readonly (number | 'predicted')[])[] = [];
  const dark = {
    name: 'dark',
    kind: 'light',
    gains: [0.5, 0.5, 0.5],
    limit: 0.1,
    asked: true,
    ownLimit: false,
  } as const;
  const array = { ...fixture(5, 0, 0, 0), picture: undefined };
  const loaded = [fixture(10, 20, 30, 40), array, fixture(10, 20, 30, 40)];
  const tasks = [task({ class: 0 }), task(), task({ class: 1 })];
  const found = explainLoaded(byHand({ asked }), tasks, loaded, { ...options, probes: [dark] }) as Explanation[];
  assert.deepEqual(asked, [
    [0, 'predicted', 1],
    [0, 1],
  ]);
  const [first, second, third] = found.map(({ probes }) => probes.dark!);
  assert.deepEqual(second, { refused: 'An array is no picture that could be edited.' });
  for (const [seen, slope] of [[first!, 1], [third!, 2]] as const) {
    assert.ok(!('refused' in seen) && seen.map);
    assert.deepEqual([...seen.map.data], [5, 10, 15, 20].map(value => slope * value), 'half the light, half the heat');
    assert.ok(Math.abs(seen.moved) < 1e-9, 'and where it was');
  } // biome-ignore format: a case per entry
});
