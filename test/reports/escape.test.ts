import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeMarkdown } from '../../src/reports/_escape.ts';

/** Hostile text, and what is left of it. */
const cases: Readonly<Record<string, string>> = {
  '<img src=x onerror=alert(1)>': '&lt;img src=x onerror=alert\\(1\\)&gt;',
  '&lt;b&gt;': '&amp;lt;b&amp;gt;',
  '[click](javascript:alert(1))': '\\[click\\]\\(javascript:alert\\(1\\)\\)',
  '![x](y)': '\\!\\[x\\]\\(y\\)',
  'a | b': 'a \\| b',
  '`code`': '\\`code\\`',
  '**bold** _it_ ~~no~~': '\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~',
  '@octocat': '@\u200boctocat',
  'team@example.com': 'team@\u200bexample.com',
  'fixes #12': 'fixes \\#\u200b12',
  'org/repo#7 and GH-7': 'org/repo\\#\u200b7 and GH\\-\u200b7',
  'https://evil.example': 'https\u200b://evil.example',
  'HTTP://evil.example www.evil.example': 'HTTP\u200b://evil.example www\u200b.evil.example',
  'mailto:a@b.c': 'mailto\u200b:a@\u200bb.c',
  '\n\n# title\n- item': '  \\# title \\- item',
  'a\u001b[31m\u202eb': 'a \\[31m b',
  '$x^2$': '\\$x\\^2\\$',
  'back\\slash': 'back\\\\slash',
};

for (const [hostile, expected] of Object.entries(cases)) {
  test(`${JSON.stringify(hostile)} is text`, () => {
    assert.equal(escapeMarkdown(hostile), expected);
  });
}

test('ordinary names in any script stay readable', () => {
  for (const name of ['images/cat 01.png', 'Grüße, 图像 🐈', 'ankle boot']) assert.equal(escapeMarkdown(name), name);
});

test('no special character is left bare in a string of all of them', () => {
  const all = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
  const bare = escapeMarkdown(all)
    .replace(/\\./g, '')
    .replace(/&(amp|lt|gt);/g, '');
  assert.doesNotMatch(bare, /[\\`*_{}[\]()#+!|~$^<>&-]|@(?!\u200b)/);
});
