import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aroundEvidence, reportPage, withResults } from '../../src/reports/html/page.ts';
import type { FixtureEvidence } from '../../src/reports/html/shape.ts';
import { evidenceIn, reportTemplate } from '../../src/targets/_report-file.ts';
import { fixture, model, results } from '../support/results.ts';
import { emptyWorkspace } from '../support/workspace.ts';

const [before, behind] = aroundEvidence;
const template = await reportTemplate();
const audit = (count: number) => results(model(Array.from({ length: count }, (_, at) => fixture(`${at}.png`, 0.1))));

test('a page that is written anew has the pictures that it had, and never all of them in memory', async t => {
  const workspace = await emptyWorkspace(t);
  const seen = (at: number): FixtureEvidence => ({
    picture: `data:image/webp;base64,${'AbCd'.repeat(10_000 + at)}`,
    width: 2,
    height: 3,
    maps: [{ refused: `ä😀</script>${at}` }],
  });
  const page = [...reportPage(template, audit(50), [Array.from({ length: 50 }, (_, at) => seen(at))])].join('');
  const path = await workspace.write('report.html', page);
  const pieces = [...evidenceIn(path)];
  assert.ok(
    Math.max(...pieces.map(({ length }) => length)) <= 2 ** 16 && pieces.length > 30,
    `${pieces.length} pieces`,
  );
  assert.equal([...withResults(template, evidenceIn(path), audit(50))].join(''), page);
});

test('pictures are found wherever a page is cut into pieces', async t => {
  const workspace = await emptyWorkspace(t);
  for (const length of [0, 1, 2 ** 16 - before.length - 1, 2 ** 16 - 5, 2 ** 16, 2 ** 17 - 3])
    for (const evidence of ['', '[]', `["${'é'.repeat(2 ** 15)}"]`]) {
      const path = await workspace.write('page', `${'a'.repeat(length)}${before}${evidence}${behind}<script></script>`);
      assert.equal([...evidenceIn(path)].join(''), evidence, `${length}, ${evidence.length}`);
    }
});

test('what is no page has no pictures', async t => {
  const workspace = await emptyWorkspace(t);
  for (const text of ['', 'a', before, `${before}["a"]`, `${behind}${before}[]`])
    assert.deepEqual([...evidenceIn(await workspace.write('page', text))], ['[]'], text);
  assert.deepEqual([...evidenceIn(workspace.path('none'))], ['[]']);
});
