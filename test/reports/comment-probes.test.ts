import assert from 'node:assert/strict';
import { test } from 'node:test';
import picocolors from 'picocolors';
import { picturesFor } from '../../src/reports/comment/comment.ts';
import { markdown } from '../../src/reports/markdown.ts';
import { tables } from '../../src/reports/table.ts';
import type { ModelResult, ProbeSummary } from '../../src/results/model.ts';
import { attributes } from '../support/comment-html.ts';
import { everywhere, model, results, type SomeModel } from '../support/results.ts';
import { audited, passing, pictured, say } from './_comment-requests.ts';

const url = (path: string) => `https://github.com/o/r/${path}`;

const summary = (name: string, added: number, more: Partial<ProbeSummary> = {}): ProbeSummary => ({
  name,
  fixtures: 18,
  candidate: { moved: 0.2 + added, onMark: 0.25, flipped: 8, divergence: 0.1 },
  baseline: { moved: 0.2, onMark: 0.02, flipped: 1, divergence: 0 },
  added,
  limit: 0.06,
  worst: 'high.png',
  picture: `m/probe-${name}.webp`,
  ...more,
});

const failed = (probes: ProbeSummary[], more: SomeModel = {}) =>
  model([pictured('low.png', 0.1), pictured('high.png', 0.411)], { probes, ...more });

function spoken(of: ModelResult, budget = 60_000) {
  const found = audited(of);
  const paths = picturesFor(found, budget, 100);
  return say(found, { pictures: new Map(paths.map(path => [path, url(path)])), chosen: new Set(paths), budget });
}

const row = '| mark | 35 % | 20 % | +15 % | 6 % | 2 % → 25 % | 1 → 8 of 18 |';

test('a probe that attention follows is shown beside the fixtures, its numbers in words', () => {
  const { body, shown } = spoken(failed([summary('frame', 0.01), summary('mark', 0.15)]));
  assert.deepEqual(shown, ['m/probe-mark.webp', 'm/high-png.webp', 'm/low-png.webp']);
  assert.ok(body.includes(row), body);
  assertOrder(body, ['probe-mark.webp', row, 'high-png.webp', 'low-png.webp']);
  assert.ok(body.indexOf(row) < body.indexOf('| frame |'), 'those that fail come first');
  const alts = attributes(body, 'alt');
  assert.equal(
    alts[0],
    'high.png before and after the probe mark; on average over 18 fixtures 35 % of the heat moves, 20 % in the baseline, and 25 % lies on the mark, 2 % in the baseline. Tiles: input, heat, edited input and heat, all of this pull request.',
  );
  for (const term of ['Probe', 'Moved', 'Added', 'Heat on the mark', 'Answers changed', 'Picture of an edit'])
    assert.ok(body.includes(`- **${term}**: `), term);
});

/** What the first sentence tells stands in the open, the rest behind it. */
function assertOrder(body: string, parts: readonly string[]): void {
  const order = parts.map(part => body.indexOf(part));
  assert.ok(!order.includes(-1), body);
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a - b),
  );
}

const flip = { edit: 'mark', words: 'the probe mark', fixture: 'a.png', from: 'heart', to: 'house' };
const border = {
  edit: 'border-red',
  words: 'a red border',
  fixture: 'b.png',
  from: 'moon',
  to: 'star',
  picture: 'm/edit-border-red.webp',
};

test('an edit that changes an answer is shown on a picture where it does, with both answers', () => {
  const { body, shown } = spoken(failed([summary('mark', 0.15)], { flips: [flip, border] }));
  assert.deepEqual(shown.slice(0, 2), ['m/probe-mark.webp', 'm/edit-border-red.webp']);
  assert.ok(body.includes('**mark** on a.png: the new model answers **house**, and **heart** without it'), body);
  assert.ok(body.includes('**a red border** on b.png: the new model answers **star**, and **moon** without it'));
  assert.match(
    attributes(body, 'alt')[0]!,
    /^a\.png without and with the probe mark: the new model answers heart without/,
  );
  assertOrder(body, ['probe-mark.webp', row, 'edit-border-red.webp', 'high-png.webp']);
});

test('where attention went elsewhere that is shown first, and then the edit', () => {
  const hottest = { before: 'middle', now: 'lower right corner' };
  const maps = { 'grad-cam': { drift: everywhere(0.3), hottest } };
  const fixtures = ['high.png', 'low.png'].map((name, at) => pictured(name, 0.3 - at / 10, { maps, truth: 'hat' }));
  const { body } = spoken(model(fixtures, { probes: [summary('mark', 0.15)], flips: [flip] }));
  assertOrder(body, ['lower right corner', 'high-png.webp', row, 'probe-mark.webp', 'low-png.webp']);
});

test('the pictures of probes count among those that fit', () => {
  const found = audited(failed([summary('mark', 0.15)]));
  assert.deepEqual(picturesFor(found, 60_000, 2), ['m/probe-mark.webp', 'm/high-png.webp']);
  const many = Array.from({ length: 14 }, (_, index) => summary(`p${index}`, 0.15));
  const { shown, leftOut } = spoken(failed(many));
  assert.equal(shown.filter(path => path.includes('probe')).length, 12, 'in the open, as many as there is room for');
  assert.deepEqual(leftOut, ['2 of 16 pictures']);
});

test('probes of a model that passed wait behind a click, without pictures', () => {
  const { body, shown } = spoken(passing([], { probes: [summary('mark', 0.01)] }));
  assert.deepEqual(shown, []);
  assert.match(body, /<details><summary>1 probe<\/summary>\n\n\| \[probe\]\(/);
});

test('where length is short, probes that move nothing are counted, and the rest cut', () => {
  const quiet = Array.from({ length: 400 }, (_, index) => summary(`quiet-${index}`, 0));
  const { body, leftOut } = spoken(failed([...quiet, summary('mark', 0.15)]), 8000);
  assert.ok(body.length <= 8000);
  assert.ok(body.includes('| mark |') && !body.includes('quiet'));
  assert.ok(leftOut.includes('the rows of 400 probes'), leftOut.join('; '));
});

test('a probe without baseline, without mark, or without any word has dashes', () => {
  const { added: _, baseline: __, worst: ___, ...bare } = summary('light', 0);
  const light = { ...bare, candidate: { moved: 0.25, flipped: 3, divergence: 0 } };
  const silent = { ...bare, name: 'mark', fixtures: 0, candidate: { moved: 0, flipped: 0, divergence: 0 } };
  const text = markdown(results(failed([light, silent])));
  assert.ok(text.includes('| [light](m/probe-light.webp) | 25 % | - | - | 6 % | - | 3 of 18 |'), text);
  assert.ok(text.includes(' | - | - | - | 6 % | - | - |'), text);
});

test('the summary and the terminal have the same table', () => {
  const found = results(failed([summary('mark', 0.15)]));
  const text = markdown(found);
  assert.ok(text.includes('| probe | moved | baseline moved | added | limit | heat on the mark | answers changed |'));
  assert.match(text, /\| \[mark\]\(m\/probe-mark\.webp\) \| 35 % \| 20 % \| \+15 % \| 6 % \| /);
  assert.match(text, /- \*\*Added\*\*: /);
  const terminal = tables(found, picocolors.createColors(false));
  assert.match(terminal, /^ {2}mark {3}35 % {3}20 % +\+15 % +6 % +2 % -> 25 % +1 -> 8 of 18/m);
  assert.match(terminal, /moved: the share of the heat/);
});

test('names of probes cannot inject anything', () => {
  const { body } = spoken(failed([summary('<img src=x>|`a`', 0.15)]));
  assert.ok(!body.includes('<img src=x>'));
});
