import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pictureOrder, picturesFor } from '../../src/reports/comment/comment.ts';
import type { ModelResult } from '../../src/results/model.ts';
import { narrowPaths, picturePaths } from '../../src/results/pictures.ts';
import type { Results } from '../../src/results/results.ts';
import { attributes, nodes, rendered, unsanitized } from '../support/comment-html.ts';
import { model } from '../support/results.ts';
import { audited, change, passing, pictured, say } from './_comment-requests.ts';

const url = (path: string) => `https://github.com/o/r/blob/${'c'.repeat(40)}/${path}?raw=true`;

function spoken(found: Results, budget = 60_000) {
  const paths = picturesFor(found, budget, 100);
  const pictures = new Map([...paths, ...narrowPaths(found.models)].map(path => [path, url(path)]));
  return say(found, { pictures, chosen: new Set(paths), budget });
}

const steady = (...drifts: number[]) =>
  drifts.map((drift, at) => pictured(`${at}.png`, drift, { truth: at < 2 ? 'hat' : `class ${at}` }));
const passed = (...drifts: number[]): ModelResult => passing(steady(...drifts));
const raised = { settings: [{ model: 'm', setting: 'limit `attention-shift`', before: '8 %', after: '50 %' }] };

test('a pass shows the three that moved most behind a click, of each class one', () => {
  const { body, shown } = spoken(audited(passed(0.07, 0.06, 0.05, 0.04, 0.03)));
  assert.deepEqual(shown, ['m/0-png.webp', 'm/2-png.webp', 'm/3-png.webp']);
  const at = body.indexOf('<details><summary>3 pictures of where attention moved most</summary>');
  assert.ok(at > 0 && at < body.indexOf('<img'), body);
});

test('what passes by limits that the change sets is in sight', () => {
  const found = { ...audited(passed(0.07, 0.06, 0.05)), change: change(raised) };
  const { body, shown } = spoken(found);
  assert.deepEqual(shown, ['m/0-png.webp', 'm/2-png.webp', 'm/1-png.webp']);
  assert.ok(body.indexOf('<img') < body.indexOf('<details>'), body);
  const moved = { ...audited(passing([pictured('high.png', 0.3)])), change: change(raised) };
  assert.ok(spoken(moved).body.indexOf('<img') < spoken(moved).body.indexOf('to look at, in a model that passed'));
});

test('a model in which something moved shows that, and no steady ones beside it', () => {
  assert.deepEqual(spoken(audited(model([pictured('high.png', 0.3), pictured('low.png', 0.01)]))).shown, [
    'm/high-png.webp',
  ]);
});

const withNarrow = (name: string, drift: number) =>
  pictured(name, drift, { narrow: `m/${name.replace(/\W/g, '-')}.narrow.webp` });

test('narrow screens get two tiles beside each other, of those in sight; the sanitizer keeps it', () => {
  const many = Array.from({ length: 14 }, (_, at) => withNarrow(`f${at}.png`, 0.4 - at / 100));
  const { body, shown, narrow } = spoken(audited(model(many)));
  assert.deepEqual([shown.length, narrow.length], [14, 12]);
  assert.equal(rendered(body), unsanitized(body));
  const sources = nodes(body).filter(({ tagName }) => tagName === 'source');
  assert.deepEqual(attributes(body, 'srcSet').slice(0, 1), [url('m/f0-png.narrow.webp')]);
  assert.ok(sources.length === 12 && sources.every(({ properties }) => properties?.media === '(max-width: 600px)'));
  const images = attributes(body, 'alt');
  assert.equal(images.length, 14);
});

test('without such a form the picture stands by itself', () => {
  const { body, narrow } = spoken(audited(model([pictured('high.png', 0.3)])));
  assert.deepEqual([body.includes('<picture>'), narrow], [false, []]);
});

test('paths of all pictures are told once each, those for narrow screens last', () => {
  const probes = [
    {
      name: 'mark',
      fixtures: 1,
      candidate: { moved: 0, flipped: 0, divergence: 0 },
      limit: 1,
      picture: 'm/p.webp',
      narrow: 'm/p.narrow.webp',
    },
  ];
  const flips = [
    {
      edit: 'mark',
      words: 'the probe mark',
      fixture: 'a',
      from: 'b',
      to: 'c',
      picture: 'm/p.webp',
      narrow: 'm/p.narrow.webp',
    },
  ];
  assert.deepEqual(picturePaths([model([withNarrow('a.png', 0.3)], { probes, flips })]), [
    'm/p.webp',
    'm/a-png.webp',
    'm/p.narrow.webp',
    'm/a-png.narrow.webp',
  ]);
});

test('the order is the same before anything is drawn', () => {
  const found = audited(model(steady(0.3, 0.2, 0.25)), passed(0.01));
  const bare = found.models.map(each => ({ ...each, fixtures: each.fixtures.map(({ montage: _, ...rest }) => rest) }));
  const names = ({ sight, folded }: ReturnType<typeof pictureOrder>) => [...sight, ...folded].map(({ name }) => name);
  assert.deepEqual(names(pictureOrder(bare as never, undefined)), names(pictureOrder(found.models, undefined)));
  assert.deepEqual(names(pictureOrder(found.models, undefined)), ['0.png', '2.png', '1.png', '0.png']);
});
