import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../support/dist.ts';
import { firstLines, readings, readingTable } from '../support/readings.ts';

test('ten scenarios begin in ten ways, in the heading and in the first sentence', () => {
  const said = readings.map(({ results }) => firstLines(results));
  assert.equal(said.length, 10);
  assert.equal(new Set(said.map(lines => lines.join('\n'))).size, 10);
  for (const [heading, sentence] of said) {
    assert.match(heading, /^\S+ camdrift: \w+ – /);
    assert.match(sentence, /\.$|:$/, `a whole sentence: ${sentence}`);
    assert.doesNotMatch(`${heading}${sentence}`, /`|->/);
  }
});

test('headings tell kinds apart: the same one twice only where the first sentence differs in kind', () => {
  const headings = readings.map(({ results }) => firstLines(results)[0]);
  assert.ok(new Set(headings).size >= 8, headings.join('\n'));
});

test('the table in the documentation is what the comment says', async () => {
  const written = await readFile(join(root, 'docs/reading.md'), 'utf8');
  assert.equal(written, readingTable(), 'run node scripts/first-lines.ts');
});
