import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  acceptedWords,
  againstWords,
  bits,
  decimals,
  firstNames,
  percent,
  plainNumber,
  share,
  wholePercent,
} from '../../src/reports/figures.ts';
import {
  byDrift,
  calibrationWords,
  changeWords,
  directionWords,
  explainedWords,
  isFollowed,
  judgedDrift,
  lineageWords,
  movementWords,
  predictionWords,
  probeCells,
  probeColumns,
  reading,
  titleOf,
} from '../../src/reports/words.ts';
import type { Answer } from '../../src/results/fixture.ts';
import type { ComparedModel, ProbeSummary } from '../../src/results/model.ts';
import { everywhere, fixture, model, type SomeModel } from '../support/results.ts';

test('figures have as many digits as somebody can use, and a unit', () => {
  const said: [found: string, expected: string][] = [
    [percent(0.08), '8.0 %'],
    [percent(-0.0125), '-1.3 %'],
    [wholePercent(0.085), '9 %'],
    [wholePercent(1), '100 %'],
    [share(0.1), '10 %'],
    [share(0.025), '2.5 %'],
    [share(0.12345), '12.3 %'],
    [bits(0.0141), '0.014 bits'],
    [decimals(0.0829), '0.083'],
    [decimals(0.000204), '0.0002'],
    [decimals(1), '1'],
    [plainNumber(1234.56), '1235'],
    [plainNumber(0.1 + 0.2), '0.3'],
    [plainNumber(-12.3456), '-12.35'],
  ];
  for (const [found, expected] of said) assert.equal(found, expected);
});

test('accepted models are counted by what they are, and one is no plural', () => {
  assert.equal(acceptedWords(1, undefined), '1 accepted model');
  assert.equal(acceptedWords(0, undefined), '0 accepted models');
  assert.equal(acceptedWords(1, 'retrained'), '1 accepted retrained model');
  assert.equal(acceptedWords(12, 'fine-tuned'), '12 accepted fine-tuned models');
});

test('where scores are of several baselines it is said how many are of this one', () => {
  assert.equal(againstWords({ accepted: 12, otherBaselines: 0 }), '');
  assert.equal(
    againstWords({ accepted: 12, otherBaselines: 9 }),
    '3 of the 12 were audited against this baseline, the others against earlier ones, so that rate is an average over baselines.',
  );
});

test('three names are told, and dots where there are more', () => {
  for (const [names, expected] of [
    [[], ''],
    [['a'], 'a'],
    [['a', 'b', 'c'], 'a, b, c'],
    [['a', 'b', 'c', 'd'], 'a, b, c, ...'],
  ] as const)
    assert.equal(firstNames(names), expected);
});

const answer = (label: string | undefined, probability: number | undefined, more: Partial<Answer> = {}): Answer => ({
  predicted: { index: 3, ...(label !== undefined && { label }), ...(probability !== undefined && { probability }) },
  explained: { index: 3, ...(label !== undefined && { label }) },
  ...more,
});

test('an answer is a class and how sure it is; of one that flipped both sides are told', () => {
  const [hat, shoe] = [answer('hat', 0.554), answer('shoe', 0.7)];
  const said: [given: Parameters<typeof predictionWords>[0], expected: string][] = [
    [{}, '-'],
    [{ baseline: hat }, '-'],
    [{ candidate: hat }, 'hat 55 %'],
    [{ candidate: hat, baseline: shoe, flipped: false }, 'hat 55 %'],
    [{ candidate: hat, baseline: shoe, flipped: true }, 'shoe 70 % -> hat 55 %'],
    [{ candidate: hat, flipped: true }, 'hat 55 %'],
    [{ candidate: answer(undefined, undefined) }, 'class 3 0 %'],
    [{ candidate: answer('', 1) }, ' 100 %'],
  ];
  for (const [given, expected] of said) assert.equal(predictionWords(given), expected, JSON.stringify(given));
  assert.equal(predictionWords({ candidate: hat, baseline: shoe, flipped: true }, ' → '), 'shoe 70 % → hat 55 %');
});

test('an answer that is a number is that number, 0 too, and explains no class', () => {
  const [now, before] = [answer(undefined, undefined, { value: 0 }), answer(undefined, undefined, { value: 12.3456 })];
  assert.equal(predictionWords({ candidate: now }), '0');
  assert.equal(predictionWords({ candidate: now, baseline: before }), '12.35 -> 0');
  assert.equal(predictionWords({ candidate: now, baseline: answer('hat', 1) }), '0');
  assert.equal(explainedWords({ candidate: now }), undefined);
  assert.equal(explainedWords({ candidate: undefined }), undefined);
  assert.equal(explainedWords({ candidate: answer('hat', 1) }), 'hat');
  assert.equal(explainedWords({ candidate: answer(undefined, 1) }), 'class 3');
  assert.equal(changeWords({ before: 1, after: 2.00049, mean: 1, max: 1 }), 'mean answer 1 → 2');
});

test('a picture is called by its name, and where it is looked at for one label by that as well', () => {
  const label = (name: string | undefined, present = true) => answer(name, 0.5, { present });
  const said: [given: Parameters<typeof titleOf>[0], expected: string][] = [
    [{ name: 'a.png', candidate: answer('hat', 1) }, 'a.png'],
    [{ name: 'a.png#3', candidate: answer('hat', 1) }, 'a.png#3'],
    [{ name: 'a.png#3', candidate: label('beach') }, 'a.png: beach'],
    [{ name: 'a.png#3', candidate: label('beach', false) }, 'a.png: beach'],
    [{ name: 'a.png#3', candidate: label(undefined) }, 'a.png: label 3'],
    [{ name: 'a.png#4', candidate: label('beach') }, 'a.png#4'],
    [{ name: 'a#3.png', candidate: label('beach') }, 'a#3.png'],
    [{ name: 'a.png#3', baseline: label('beach') }, 'a.png: beach'],
    [{ name: 'a.png#3' }, 'a.png#3'],
  ];
  for (const [given, expected] of said) assert.equal(titleOf(given), expected, JSON.stringify(given));
});

test('fixtures are sorted by what is judged, and what has no drift is last and has a dash', () => {
  const empty = fixture('none.png', 0, { maps: { 'grad-cam': { refused: 'No heat.' } } });
  const found = model([
    empty,
    fixture('a.png', 0),
    { ...empty, name: 'nor.png' },
    fixture('b.png', 0.3),
    fixture('c.png', 0.1),
  ]);
  assert.deepEqual(
    byDrift(found).map(({ name }) => name),
    ['b.png', 'c.png', 'a.png', 'none.png', 'nor.png'],
  );
  assert.equal(judgedDrift(found, empty), undefined);
  assert.equal(judgedDrift(found, fixture('b.png', 0.3)), 0.3);
  assert.equal(reading('attention-shift', 0.142), '14.2 %');
  assert.equal(reading('attention-shift', 0), '0.0 %');
  assert.equal(reading('attention-shift', undefined), '-');
});

test('where the heat went is a word, or a dash where nobody knows', () => {
  const map = (more: object) => fixture('a.png', 0.1, { maps: { 'grad-cam': { drift: everywhere(0.1), ...more } } });
  const said: [given: Parameters<typeof directionWords>[1], expected: string][] = [
    [fixture('a.png', 0.1), 'right'],
    [map({}), '-'],
    [map({ empty: 'both' }), 'no heat'],
    [map({ empty: 'baseline' }), 'heat appeared'],
    [map({ empty: 'candidate' }), 'heat lost'],
    [fixture('a.png', 0, { maps: { 'grad-cam': { refused: 'No.' } } }), '-'],
    [fixture('a.png', 0, { maps: { cam: { drift: everywhere(0), centre: { dx: 1, dy: 0, towards: 'left' } } } }), '-'],
  ];
  for (const [given, expected] of said) assert.equal(directionWords(model([]), given), expected);
});

test('the lineage is a word, and it is said who says so when that is the team', () => {
  const of = (source: 'configured' | 'detected') => {
    const found = model([], {
      lineage: { kind: 'retrained', source } as unknown as NonNullable<ComparedModel['lineage']>,
    });
    return lineageWords(found);
  };
  assert.equal(of('configured'), 'retrained, as configured');
  assert.equal(of('detected'), 'retrained');
  assert.equal(lineageWords(model([])), undefined);
});

test('what stands behind the verdict is the calibration, limits where it is too small, or limits alone', () => {
  const words = (judged: object, p?: number) => {
    const some = { judged: { method: 'grad-cam', thresholds: {}, ...judged }, score: { value: 1, signal: 'x', p } };
    return calibrationWords(model([], some as unknown as SomeModel));
  };
  const pool = (count: number, more = {}) => ({
    ...{ lineage: 'retrained', limits: 'uncalibrated' },
    calibration: { scores: Array.from({ length: count }, () => 1), rate: 0.1, ...more },
  });
  assert.equal(
    words(pool(12), 1 / 13),
    'calibration: p = 0.077, n = 12 accepted retrained models; at most 10 % of benign ones fail',
  );
  assert.equal(
    words(pool(12, { otherBaselines: 9 }), 1 / 13),
    'calibration: p = 0.077, n = 12 accepted retrained models, 3 of them against this baseline; at most 10 % of benign ones fail',
  );
  assert.match(words(pool(9), 0.1)!, /^calibration: p = 0\.1, n = 9 /, '9 are just enough for 10 %');
  assert.equal(
    words(pool(8), 1 / 9),
    'uncalibrated limits, since the calibration is too small: p = 0.11, n = 8 accepted retrained models, 9 needed for 10 %',
  );
  assert.equal(words({ limits: 'own', lineage: 'fine-tuned' }), 'own limits for fine-tuned models');
  assert.equal(words({ limits: 'own' }), 'own limits');
  assert.equal(words({}), undefined);
  assert.equal(words(pool(12)), 'uncalibrated limits for retrained models', 'without a p nothing is calibrated');
  assert.equal(calibrationWords(model([])), undefined, 'no score');
  assert.equal(calibrationWords(model([], { judged: undefined })), undefined);
});

const probe = (more: Partial<ProbeSummary> = {}): ProbeSummary => ({
  ...{ name: 'mark', fixtures: 8, candidate: { moved: 0.446, flipped: 2, divergence: 0 }, limit: 0.15, ...more },
});

test('a probe is a row: what moves on both sides, what that adds, and the answers that the edit changes', () => {
  const both = { baseline: { moved: 0.226, flipped: 0, divergence: 0 }, added: 0.22 };
  const rows: [given: ProbeSummary, cells: string[]][] = [
    [probe(), ['mark', '45 %', '-', '-', '15 %', '-', '2 of 8']],
    [probe(both), ['mark', '45 %', '23 %', '+22 %', '15 %', '-', '0 -> 2 of 8']],
    [probe({ ...both, added: -0.05 }), ['mark', '45 %', '23 %', '-5 %', '15 %', '-', '0 -> 2 of 8']],
    [probe({ ...both, added: 0 }), ['mark', '45 %', '23 %', '0 %', '15 %', '-', '0 -> 2 of 8']],
    [probe({ ...both, unjudged: 'Shown.' }), ['mark', '45 %', '23 %', '+22 %', 'not judged', '-', '0 -> 2 of 8']],
    [
      probe({
        ...both,
        candidate: { moved: 0.4, flipped: 2, divergence: 0, onMark: 0.31 },
        baseline: { moved: 0.2, flipped: 1, divergence: 0 },
      }),
      ['mark', '40 %', '20 %', '+22 %', '15 %', '- -> 31 %', '1 -> 2 of 8'],
    ],
    [probe({ ...both, fixtures: 0 }), ['mark', '-', '-', '-', '15 %', '-', '-']],
  ];
  for (const [given, cells] of rows) {
    assert.deepEqual(probeCells(given), cells);
    assert.equal(cells.length, probeColumns.length);
  }
  assert.equal(probeCells(probe(both), ' → ').at(-1), '0 → 2 of 8');
  assert.equal(movementWords(probe()), '45 % of the heat moves');
  assert.equal(movementWords(probe(both)), '45 % of the heat moves, 23 % in the baseline');
});

test('an edit is followed where it adds more than the limit and is judged', () => {
  for (const [more, expected] of [
    [{}, false],
    [{ added: 0.15 }, false],
    [{ added: 0.1501 }, true],
    [{ added: 0.2, unjudged: 'Shown.' }, false],
  ] as const)
    assert.equal(isFollowed(probe(more)), expected);
});
