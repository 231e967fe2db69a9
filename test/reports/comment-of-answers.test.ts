import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdown } from '../../src/reports/markdown.ts';
import { fixture, model, readReason, results } from '../support/results.ts';
import { audited, say } from './_comment-requests.ts';

const answered = (code: string, words: string) => [readReason('fail', code, words)];

test('a number that moved is told as an answer, and nothing is said of predictions that flip', () => {
  const found = model([fixture('a.png', 0), fixture('b.png', 0)], {
    reasons: answered('answer-regression', 'The answers moved by 22 on average, from 44 to 22.'),
    predictions: { compared: 2, flipped: 0, change: { mean: 22, max: 23, before: 44, after: 22 } },
  });
  const { body } = say(audited(found));
  assert.match(body, /^### ❌ camdrift: fail – answers changed in shoes$/m);
  assert.match(body, /0 of 2 fixtures moved, at most 30\.0 %, mean answer 44 → 22\./);
  assert.doesNotMatch(body, /flipped/);
  assert.match(markdown(results(found)), /Predictions: mean answer 44 → 22/);
});

test('labels are counted as labels', () => {
  const side = (present: boolean) => ({
    predicted: { index: 1, label: 'dog', probability: present ? 1 : 0 },
    explained: { index: 1, label: 'dog', probability: present ? 1 : 0 },
    present,
  });
  const item = (name: string, drift: number, montage?: string) =>
    fixture(name, drift, { baseline: side(true), candidate: side(false), flipped: true, ...(montage && { montage }) });
  const { body } = say(
    audited(
      model([item('a.png#1', 0.2, 'm/a.webp'), item('b.png#1', 0)], {
        predictions: { compared: 2, flipped: 2, divergence: { mean: 0.5, max: 1 } },
      }),
    ),
  );
  assert.match(body, /1 of 2 labels moved, at most 30\.0 %, 2 labels appeared or vanished/);
  assert.match(body, /attention moved in shoes/);
  assert.match(body, /^\*\*a\.png: dog\*\*: named before, and not now$/m, 'by the name of the label, not by its index');
  assert.match(body, /\| b\.png: dog \|/);
  assert.doesNotMatch(body, /#1/);
});

test('answers alone head a comment only where no map moved too far', () => {
  const answers = answered('class-regression', 'Class `dog` is being lost.');
  const heading = (...more: Parameters<typeof model>[1][]) =>
    /^### (.+)$/m.exec(say(audited(...more.map(each => model([fixture('a.png', 0)], each)))).body)?.[1];
  assert.match(heading({ reasons: answers })!, /answers changed in shoes/);
  assert.match(heading({ reasons: answered('prediction-regression', 'Answers moved.') })!, /answers changed in shoes/);
  const both = [...answers, ...answered('attention-regression', 'Attention moved.')];
  assert.match(heading({ reasons: both })!, /attention moved in shoes/);
  assert.match(heading({ reasons: answers }, { name: 'hats' })!, /attention moved in 2 of 2 models/);
});
