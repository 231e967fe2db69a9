import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportPage } from '../../src/reports/html/page.ts';
import { markdown } from '../../src/reports/markdown.ts';
import { pieces, prose } from '../../src/reports/marked.ts';
import { fixture, model, readReason, results } from '../support/results.ts';
import { audited, say } from './_comment-requests.ts';

const sentence = 'Heat in `<b>` 81.0 % -> 34.0 %; run `a -> b`.';

test('what stands between backticks is code, and an arrow outside of it is one', () => {
  assert.deepEqual(pieces(sentence), [
    { text: 'Heat in ', code: false },
    { text: '<b>', code: true },
    { text: ' 81.0 % → 34.0 %; run ', code: false },
    { text: 'a -> b', code: true },
    { text: '.', code: false },
  ]);
  assert.equal(prose('It is `x`, and a lone ` stays.'), 'It is “x”, and a lone ` stays.');
});

test('no report shows the marks themselves: reasons, warnings and remedies', () => {
  const found = model([fixture('a.png', 0.2)], {
    reasons: [readReason('fail', 'attention-regression', sentence), readReason('warn', 'w', sentence)],
  });
  const template = '<!--camdrift:plain-->"camdrift:results""camdrift:evidence"';
  const [plain] = [...reportPage(template, results(found), [])].join('').split('{');
  assert.match(plain!, /<li>Heat in <code>&#60;b&#62;<\/code> 81\.0 % → 34\.0 %; run <code>a -&#62; b<\/code>\.<\/li>/);
  const summary = markdown(results(found));
  assert.match(summary, /- \*\*fail\*\*: Heat in “&lt;b&gt;” 81\.0 % → 34\.0 %/);
  const { body } = say(audited(found));
  assert.equal(body.match(/Heat in “&lt;b&gt;” 81\.0 % → 34\.0 %/g)?.length, 2);
  for (const text of [plain!, summary, body]) assert.doesNotMatch(text, /`(&lt;|&#60;|<|a -)/);
});
