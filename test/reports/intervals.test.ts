import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import pc from 'picocolors';
import { intervalRows, precisionWords } from '../../src/reports/_interval-words.ts';
import { reportResults } from '../../src/reports/html/results.ts';
import { markdown } from '../../src/reports/markdown.ts';
import { sentenceOf } from '../../src/reports/reasons.ts';
import { tables } from '../../src/reports/table.ts';
import type { MeanInterval } from '../../src/results/interval.ts';
import type { Reason } from '../../src/results/reason.ts';
import { fixture, model, results } from '../support/results.ts';

const shift: MeanInterval = {
  of: 'drift',
  name: 'attention-shift',
  fixtures: 12,
  mean: 0.042,
  low: 0.031,
  high: 0.0543,
  sees: 0.0141,
};
const intervals: readonly MeanInterval[] = [
  shift,
  { of: 'divergence', name: 'divergence', fixtures: 12, mean: 0.02, low: 0.0104, high: 0.0312, sees: 0.0101 },
  { of: 'answer', name: 'answer', fixtures: 12, mean: 12.345678, low: 11, high: 13.5, sees: 1.25 },
  { of: 'probe', name: 'mark', fixtures: 11, mean: -0.01, low: -0.04, high: 0.021, sees: 0.03 },
  { of: 'region', name: 'the | object', fixtures: 10, mean: 0.5, low: 0.45, high: 0.551, sees: 0.06 },
];
const audit = results(model([fixture('a.png', 0.05)], { intervals }));
const sentence =
  'attention shift 3.1 % to 5.4 % (95 %); with 12 fixtures this check sees shifts of 1.4 points and more';

describe('how sure the headline is', () => {
  test('is a sentence, and nothing where there is no interval', () => {
    assert.equal(precisionWords({ intervals }), `on pictures like these: ${sentence}`);
    assert.equal(precisionWords({ intervals: intervals.slice(1) }), '');
    assert.equal(precisionWords({}), '');
  });

  test('stands in the terminal, the summary and the report', () => {
    assert.match(
      tables(audit, pc.createColors(false)),
      new RegExp(`^ {2}on pictures like these: ${escaped(sentence)}$`, 'm'),
    );
    assert.match(markdown(audit), new RegExp(`^On pictures like these: ${escaped(sentence)}\\.$`, 'm'));
    assert.ok(reportResults(audit).models[0]!.lines.includes(`On pictures like these: ${sentence}.`));
  });

  test('and is told nowhere without one', () => {
    const plain = results(model([fixture('a.png', 0.05)]));
    for (const text of [tables(plain, pc.createColors(false)), markdown(plain), JSON.stringify(reportResults(plain))])
      assert.doesNotMatch(text, /like these|95 % interval/);
  });
});

const escaped = (words: string) => words.replace(/[().]/g, '\\$&');

describe('every interval', () => {
  test('is a row in the unit of its mean', () => {
    assert.deepEqual(intervalRows({ intervals }), [
      ['attention shift', '4.2 %', '3.1 % to 5.4 %', '1.4 % and more', '12'],
      ['divergence of the answers', '0.020 bits', '0.010 bits to 0.031 bits', '0.010 bits and more', '12'],
      ['change of the answer', '12.35', '11 to 13.5', '1.25 and more', '12'],
      ['added by the probe mark', '-0.01', '-0.04 to +0.02', '+0.03 and more', '11'],
      ['heat in the | object', '50.0 %', '45.0 % to 55.1 %', '6.0 % and more', '10'],
    ]);
  });

  test('stands in the summary, and names of others make no cells there', () => {
    const text = markdown(audit);
    assert.match(text, /^\| mean \| over these \| 95 % interval \| what it sees \| fixtures \|$/m);
    assert.match(text, /^\| heat in the \\\| object \| 50\.0 % \|/m);
  });
});

describe('what cannot be told', () => {
  const unsure = { level: 'warn', code: 'cannot-tell', fixtures: 12 } as const;
  const limits = { limits: 'uncalibrated', among: undefined } as const;
  const cases: readonly (readonly [Reason, string])[] = [
    [
      {
        ...unsure,
        ...{ low: 0.01, high: 0.02, limit: 0.015, settledBy: 40 },
        found: { level: 'fail', code: 'prediction-regression', value: 0.016, limit: 0.015, ...limits },
      },
      'Answers moved: probabilities diverge by 0.016 bits on average (uncalibrated limit 0.015, Jensen-Shannon). Cannot tell whether that is beyond 0.015 bits, where it would fail: with other pictures of the kind of these 12 it may be 0.010 bits to 0.020 bits (95 %). About 40 would settle it.',
    ],
    [
      {
        ...unsure,
        ...{ low: 0.05, high: 0.19, limit: 0.12, settledBy: undefined },
        found: {
          ...{ level: 'fail', code: 'probe-regression', probe: 'mark', added: 0.121, limit: 0.06, fixtures: 12 },
          ...{ onMark: undefined, flipped: { before: 1, now: 1 } },
        },
      },
      'Attention follows the probe `mark`: +0.12 of the heat moves with an edit that should not matter (limit +0.06). Cannot tell whether that is beyond +0.12, where it would fail: with other pictures of the kind of these 12 it may be +0.05 to +0.19 (95 %). More of them than one keeps would settle it.',
    ],
  ];
  for (const [reason, words] of cases) test(`of ${words.slice(0, 30)}`, () => assert.equal(sentenceOf(reason), words));
});
