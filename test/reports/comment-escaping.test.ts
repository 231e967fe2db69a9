import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeMarkdown } from '../../src/reports/_escape.ts';
import type { Results } from '../../src/results/results.ts';
import { attributes, nodes, rendered, unsanitized, visibleText } from '../support/comment-html.ts';
import { fixture, model, readReason } from '../support/results.ts';
import { audited, change, fresh, passing, pictured, say } from './_comment-requests.ts';

const hash = '0123456789abcdef0123456789abcdef01234567';

/** Names that want to be more than text. */
const hostile: readonly string[] = [
  '@everyone and a@b.c and @org/team',
  '<img src=x onerror=alert(1)>',
  'a | b || c \\| d \\\\| e',
  '`code` ``` fence',
  '![x](javascript:alert(1)) [y](https://evil.example) [z]: https://evil.example',
  '--> <!-- camdrift key=default -->',
  '</details></summary></a></td></table><details open>',
  '"><script>alert(1)</script><a href="javascript:alert(1)',
  "' onmouseover='alert(1)",
  'a\n\n# forged\r\n| x | y |\n| - | - |\n    code',
  '\u202egnp.tac\u200b\u2028\u2029\ufeff\ud800',
  '#1 GH-1 o/r#2 (GH-3) _GH-4_ CVE-2024-12345 GHSA-abcd-efgh-ijkl',
  'https://evil.example HTTP://evil.example ftp://evil.example www.evil.example _www.evil.example (www.evil.example',
  'xmpp:a@b.c mailto:a@b.c',
  `${hash} ${hash.slice(0, 7)} o/r@${hash} junk00${hash}`,
  ':shipit: :tada::tada: :+1:',
  '1. one',
  '- item',
  '+ item * item _item_ **item** ~~item~~',
  '> quote > [!WARNING]',
  '=== --- ***',
  '$x$ $`y`$ $$z$$ [^1]',
  '&lt;b&gt; &#35;1 &commat;everyone',
  '    indented',
  '',
];

/** Every text that a configuration, a file or a model brings, in one place of the results each. */
function everywhere(name: string): Results {
  const predicted = { index: 1, label: name, probability: 0.9 };
  const moved = pictured(name, 0.4, {
    flipped: true,
    candidate: { predicted, explained: predicted },
    maps: { 'grad-cam': { drift: { 'attention-shift': 0.4 }, centre: { dx: 0, dy: 0, towards: name } } },
  });
  const reasons = (['fail', 'warn', 'incomplete'] as const).map(level => readReason(level, 'c', name));
  const provenance = model([]).candidate!;
  const error = { code: 'c', message: name, remedy: name, exitCode: 4 };
  return {
    ...audited(
      model([moved, fixture(name, 0), fixture(name, 0, { status: 'failed', reason: name })], {
        name,
        path: name,
        reasons,
        judged: { method: 'grad-cam', thresholds: { 'attention-shift': 0.1, [name]: 0.2 } },
        candidate: { ...provenance, layer: { ...provenance.layer, name } },
        slices: [{ by: 'tag', name, fixtures: 1, drift: 0.4, flipped: 0 }],
        pinned: { title: name, fixtures: 1, drift: {}, limits: {}, flipped: 0 },
        sanity: [{ check: 'faithfulness', outcome: 'ok', message: name }],
      }),
      { name, path: name, verdict: 'incomplete', reasons, error, fixtures: [] },
      passing([moved], { name, judged: { method: name, thresholds: {} } }),
      fresh([pictured(name, 0, { status: 'new', maps: undefined })], { name }),
    ),
    tool: name,
    engine: { name, version: name },
    change: change({
      baseRef: name,
      unchanged: [name],
      removed: [{ name, path: name }],
      renamed: [{ name, from: name, to: name }],
      edits: [{ what: 'fixture', path: name, status: 'removed' }],
      settings: [{ model: name, setting: name, before: name, after: name }],
    }),
  };
}

const attack = (name: string, budget = 60_000) =>
  say(everywhere(name), { notes: [name], withoutPictures: name, budget }).body;

/** What GitHub would turn into something else after the Markdown is done. */
const magic: readonly RegExp[] = [
  /(?<![\w/])@[a-z\d]/i,
  /#\d/,
  /(?<![a-z\d])(?:gh|cve)-\d/i,
  /(?<![a-z\d])ghsa-\w/i,
  /:[\w+-]+:/,
  /https?:|ftp:|mailto:|www\./i,
  /(?<![\p{L}\p{N}_])[0-9a-f]{7,40}(?![\p{L}\p{N}_])/iu,
];

for (const name of hostile) {
  test(`${JSON.stringify(name)} stays text wherever it stands`, () => {
    const body = attack(name);
    assert.equal(rendered(body), unsanitized(body), 'nothing had to be stripped');
    for (const href of attributes(body, 'href'))
      assert.match(
        href,
        /^https:\/\/github\.com\/(o\/r\/(commit|blob|actions)\/|camdrift\/camdrift\/blob\/main\/docs\/glossary\.md$)/,
      );
    for (const src of attributes(body, 'src')) assert.match(src, /^https:\/\/github\.com\/o\/r\/blob\//);
    const words = visibleText(body).replace(/9c1e5b7|a41f09c/g, '');
    for (const pattern of magic) assert.doesNotMatch(words, pattern);
    for (const alt of attributes(body, 'alt')) assert.doesNotMatch(alt, /(?<!\w)@[a-z]/i);
    const plain = say(everywhere('name'), { notes: ['name'], withoutPictures: 'name' }).body;
    if (name !== '') assert.equal(skeleton(body), skeleton(plain), 'the same elements as for a plain name');
  });
}

/** Elements without their content. */
const skeleton = (body: string): string =>
  nodes(body)
    .map(({ tagName = '' }) => tagName)
    .filter(Boolean)
    .join(' ');

test('the shortest forms are as safe', () => {
  for (const name of hostile) {
    for (const budget of [2_500, 6_000, 9_000]) {
      const body = attack(name, budget);
      assert.equal(rendered(body), unsanitized(body), name);
    }
  }
});

test('text shows as it was written', () => {
  for (const name of ['a | b', '[x](y)', '1. one', '<b>', '`c`', 'a & b', '50 %_*~']) {
    assert.equal(visibleText(`start\n\n${escapeMarkdown(name)}\n`).trim(), `start\n${name}`);
  }
});

test('a picture at an address of another kind is not shown', () => {
  const found = audited(model([pictured('a.png', 0.4)]));
  for (const url of [
    'javascript:alert(1)',
    'data:image/png;base64,AA',
    ' javascript:x',
    'java\nscript:x',
    'file:///x',
  ]) {
    const { body, shown } = say(found, { pictures: new Map([['m/a-png.webp', url]]) });
    assert.deepEqual(shown, [], url);
    assert.doesNotMatch(body, /<img/);
  }
});

test('an address cannot leave its attribute or its link', () => {
  const found = audited(model([pictured('a.png', 0.4)]));
  const nasty = `https://x.test/"><script>(')|\`[]{} &copy;\\?a=1&b=2`;
  const { body } = say(found, {
    pictures: new Map([['m/a-png.webp', nasty]]),
    links: { repository: 'https://github.com/o/r', run: `${nasty})` },
  });
  assert.equal(rendered(body), unsanitized(body));
  assert.equal(attributes(body, 'src').length, 1);
  assert.doesNotMatch(rendered(body), /<script/);
});
