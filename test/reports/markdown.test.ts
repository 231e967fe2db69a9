import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metrics } from '../../src/metrics/index.ts';
import { markdown } from '../../src/reports/markdown.ts';
import { fixture, model, readReason, results } from '../support/results.ts';

const lines = (text: string) => text.split('\n');

test('verdict first, then the reasons, then fixtures by drift, then how to read them', () => {
  const text = markdown(results(model([fixture('low.png', 0.01), fixture('high.png', 0.5), fixture('mid.png', 0.1)])));
  assert.equal(lines(text)[0], '# ✗ regression');
  assert.ok(text.includes('## shoes: ✗ regression\n\n- **fail**: Attention moved.'));
  const order = [...text.matchAll(/^\| (low|mid|high)\.png/gm)].map(([, name]) => name);
  assert.deepEqual(order, ['high', 'mid', 'low']);
  for (const { title, meaning } of metrics) assert.ok(text.includes(`- **${title}**: ${meaning}`), title);
  assert.ok(text.endsWith('camdrift 0; engine tfjs 4; shoes at conv (8 x 6).\n'));
});

test('numbers in each metric’s own unit', () => {
  const text = markdown(results(model([fixture('a.png', 0.142)])));
  assert.ok(text.includes('| **grad-cam** (judged) | 14.2 % | 86 % |'), text);
  assert.ok(text.includes('| a.png | moved | 14.2 % | 86 % | right | hat 55 % |  |'), text);
  assert.ok(text.includes('Predictions: 0 of 1 flipped; mean Jensen-Shannon divergence 0.0100 bits.'));
});

test('what has no drift stands last, with a dash and its reason', () => {
  const failed = { name: 'bad.png', status: 'failed' as const, reason: 'It is cut short.' };
  const text = markdown(results(model([failed, fixture('a.png', 0)])));
  assert.ok(text.indexOf('| bad.png') > text.indexOf('| a.png'));
  assert.ok(text.includes('| bad.png | failed | - | - | - | \\- | It is cut short. |'), text);
});

test('a flip shows both predictions, and a picture is linked', () => {
  const flipped = fixture('a b.png', 0.2, {
    flipped: true,
    candidate: { predicted: { index: 1, label: 'shoe', probability: 0.9 }, explained: { index: 0 } },
    montage: 'shoes/a-b.webp',
  });
  const text = markdown(results(model([flipped])));
  assert.ok(text.includes('| [a b.png](shoes/a-b.webp) | moved |'), text);
  assert.ok(/\| hat 71 % → shoe 90 % \|/.test(text), text);
});

test('every row of a table has as many cells as its head, whatever the names', () => {
  const hostile = 'x|y`z`\n| a | b | <b>@me</b> \\| [q](r)';
  const text = markdown(
    results(
      model([fixture(hostile, 0.2, { reason: hostile })], {
        reasons: [readReason('warn', 'c', hostile)],
        candidate: { ...model([]).candidate!, layer: { name: `${hostile}\n\n# title`, width: 1, height: 2 } },
      }),
    ),
  );
  for (const block of text.split('\n\n').filter(part => part.startsWith('| '))) {
    const counts = lines(block).map(row => row.match(/(?<!\\)\|/g)?.length);
    assert.equal(new Set(counts).size, 1, block);
  }
  assert.doesNotMatch(text, /<b>|@me|\[q\]\(r\)|^# title/m);
});

test('a model without a verdict says what to do', () => {
  const error = { code: 'model-unreadable', message: 'It is gone.', remedy: 'Bring it back.', exitCode: 4 };
  const reasons = [readReason('incomplete', error.code, error.message)];
  const { name, path } = model([]);
  const text = markdown(results({ name, path, verdict: 'incomplete', reasons, error, fixtures: [] }));
  assert.ok(text.includes('- **incomplete**: It is gone.\n- **to do**: Bring it back.'));
  assert.doesNotMatch(text, /\| fixture|undefined|NaN/);
});

test('how the model descends from its baseline stands below the reasons, its words escaped', () => {
  const lineage = { kind: 'converted', words: '20 of 21 <b>kernels</b>.', source: 'detected' } as const;
  const text = markdown(results(model([], { lineage })));
  assert.ok(text.includes('- **fail**: Attention moved.\n- **lineage**: converted: 20 of 21 '), text);
  assert.ok(!text.includes('<b>'));
});
