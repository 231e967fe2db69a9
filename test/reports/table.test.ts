import assert from 'node:assert/strict';
import { test } from 'node:test';
import picocolors from 'picocolors';
import { tables } from '../../src/reports/table.ts';
import { everywhere, fixture, model, readReason, results } from '../support/results.ts';

const plain = picocolors.createColors(false);

test('a line for the verdict, one per reason, one for the means, one per fixture', () => {
  const text = tables(results(model([fixture('a.png', 0.01), fixture('b.png', 0.5)])), plain);
  assert.deepEqual(
    text.split('\n').map(line => line.trimEnd()),
    [
      'shoes: ✗ regression',
      '  fail       Attention moved.',
      '  attention shift 14.2 % on average, 30.0 % at most (grad-cam, 2 fixtures); predictions flipped 0; baseline stored, layer conv',
      '  fixture  status  shift   overlap  towards  prediction',
      '  b.png    moved   50.0 %  50 %     right    hat 55 %',
      '  a.png    steady  1.0 %   99 %     right    hat 55 %',
      '',
    ],
  );
});

test('twenty rows, and a number for the rest', () => {
  const many = Array.from({ length: 300 }, (_, index) => fixture(`${index}.png`, index / 300));
  const text = tables(results(model(many)), plain);
  assert.equal(text.match(/\.png/g)?.length, 20);
  assert.match(text, /^ {2}299\.png/m);
  assert.match(text, /and 280 more in results\.json/);
});

test('colours only where they are wanted', () => {
  const text = (on: boolean) => tables(results(model([fixture('a.png', 0)])), picocolors.createColors(on));
  assert.equal(text(false).includes('\u001b['), false);
  assert.ok(text(true).includes('\u001b[31m✗ regression\u001b[39m'));
});

test('names cannot steer the terminal, nor pass for another row', () => {
  const hostile = '\u001b[2Jx\nshoes: ✓ pass\r';
  const labelled = { predicted: { index: 0, label: hostile, probability: 1 }, explained: { index: 0 } };
  const text = tables(
    results(
      model([fixture(hostile, 0.2, { candidate: labelled })], {
        reasons: [readReason('warn', 'c', hostile)],
        error: { code: 'c', message: 'm', remedy: hostile, exitCode: 4 },
        baseline: { ...model([]).baseline!, layer: { name: hostile, width: 1, height: 1 } },
      }),
    ),
    plain,
  );
  assert.doesNotMatch(text, /[^\P{Cc}\n]/u);
  assert.doesNotMatch(text, /^shoes: ✓ pass/m);
});

test('empty maps are said in words', () => {
  const empty = (which: 'both' | 'baseline' | 'candidate') =>
    fixture(which, 0, { maps: { 'grad-cam': { drift: everywhere(0), empty: which } } });
  const text = tables(results(model([empty('both'), empty('baseline'), empty('candidate')])), plain);
  for (const words of ['no heat', 'heat appeared', 'heat lost']) assert.ok(text.includes(words), text);
});

test('how the model descends from its baseline is a line of its own', () => {
  const lineage = { kind: 'fine-tuned', words: 'All point\u001b where\nthey did.', source: 'detected' } as const;
  const text = tables(results(model([], { lineage })), plain);
  assert.match(text, /^ {2}lineage {4}fine-tuned: All point\P{Cc}* where\P{Cc}*they did\.$/mu);
  const configured = { ...lineage, kind: 'retrained', source: 'configured' } as const;
  assert.match(
    tables(results(model([], { lineage: configured })), plain),
    /^ {2}lineage {4}retrained, as configured: /m,
  );
});
