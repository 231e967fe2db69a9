import assert from 'node:assert/strict';
import { test } from 'node:test';
import pc from 'picocolors';
import { markdown } from '../../src/reports/markdown.ts';
import { tables } from '../../src/reports/table.ts';
import { resultsSchema } from '../../src/results-file/schema.ts';
import { written } from '../../src/results-file/write.ts';
import { everywhere, fixture, model, results, type SomeModel } from '../support/results.ts';
import { audited, say } from './_comment-requests.ts';

const summary = { mean: 0.061, p90: 0.1, max: 0.2 };
const more: SomeModel = {
  slices: [
    { by: 'class', name: 'sh*es', fixtures: 3, drift: 0.091, flipped: 1 },
    { by: 'tag', name: 'night', fixtures: 1, drift: 0.07, flipped: 0 },
    { by: 'class', name: 'hats', fixtures: 2, drift: 0.01, flipped: 0 },
  ],
  pinned: {
    title: 'models/gold',
    fixtures: 5,
    drift: Object.fromEntries(Object.keys(everywhere(0)).map(name => [name, summary])),
    limits: { 'attention-shift': 0.12, divergence: 0.09 },
    flipped: 2,
    divergence: 0.0312,
  },
  sanity: [
    { check: 'empty-maps', outcome: 'ok', message: 'All 5 maps have positive heat.' },
    { check: 'class-blind', outcome: 'not-run', message: 'One logit.' },
    { check: 'faithfulness', outcome: 'ok', message: 'Deletion 0.21 (random 0.48), insertion 0.63 (random 0.45).' },
  ],
};
const told = results(model([fixture('a.png', 0.1)], more));
const plain = results(model([fixture('a.png', 0.1)]));
const slices = (name: string) => `worst class: ${name}, 9.1 % over 3 fixtures; worst tag: night, 7.0 % over 1 fixture`;
const drift = 'attention shift 6.1 % on average (limit 12.0 %), divergence 0.031 bits, 2 of 5 predictions flipped';

test('the terminal has a line for the worst slices, one for the pinned reference, one for the checks', () => {
  assert.deepEqual(resultsSchema.parse(written(told)), written(told));
  const lines = tables(told, pc.createColors(false)).split('\n');
  assert.ok(lines.includes(`  ${slices('sh*es')}`));
  assert.ok(lines.includes(`  since the pinned reference models/gold: ${drift}`));
  const checks =
    'checks of the explanation: 2 ok, 1 not run; faithfulness: deletion 0.21 (random 0.48), insertion 0.63';
  assert.ok(lines.some(line => line.startsWith(`  ${checks}`)));
  assert.doesNotMatch(tables(plain, pc.createColors(false)), /worst|pinned|checks/);
});

test('the summary has all slices and all checks', () => {
  const text = markdown(told);
  assert.ok(text.includes(`Worst class: ${'sh\\*es'}, 9.1 %`));
  assert.ok(text.includes('| class | hats | 1.0 % | 2 | 0 |'));
  assert.ok(text.includes('| class\\-blind | not run | One logit. |'));
  assert.ok(text.includes('Since the pinned reference models/gold: attention shift 6.1 % on average (limit 12.0 %)'));
  assert.doesNotMatch(markdown(plain), /Worst|pinned|check of/);
});

test('the comment has it all in one line, whether the model passed or not', () => {
  for (const verdict of ['fail', 'pass'] as const) {
    const { body } = say(audited(model([fixture('a.png', 0.1)], { ...more, verdict, reasons: [] })));
    const line = body.split('\n').find(each => each.startsWith('Worst class'));
    assert.match(line!, /^Worst class: sh\\\*es, 9\.1 % over 3 fixtures; worst tag: night, 7\.0 %/);
    assert.match(line!, /since the pinned reference models\/gold: attention shift 6\.1 %/);
    assert.match(line!, /faithfulness: deletion 0\.21/);
  }
});
