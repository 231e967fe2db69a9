import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { attributes, rendered, unsanitized } from '../support/comment-html.ts';
import { modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';
import { assertWhole } from '../support/whole-comment.ts';
import type { Spot } from '../support/workspace.ts';

interface Size {
  readonly models?: number;
  /** Fixtures of every model. */
  readonly moved: number;
  readonly steady?: number;
  readonly unreadable?: number;
  /** Ampersands in every name and label: in a comment each takes five characters. */
  readonly name?: number;
  readonly label?: number;
}

const cells = [
  [1, 1],
  [2, 0],
  [0, 2],
  [0, 0],
  [2, 1],
  [1, 2],
  [1, 0],
  [0, 1],
] as const;

const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

async function big(t: TestContext, { models = 1, moved, steady = 0, unreadable = 0, name = 0, label = 0 }: Size) {
  const path = (kind: string, index: number) =>
    `images/${kind}${String(index).padStart(3, '0')}${'&'.repeat(name)}.png`;
  const red = (index: number): readonly Spot[] => [
    ['red', ...cells[index % cells.length]!],
    ['blue', 3, 3],
  ];
  // The shortcut sees what is green as it always was.
  const green = (index: number): readonly Spot[] => [['green', ...cells[index % cells.length]!]];
  const names = many(models, index => `model-${index}`);
  const labels = [`A${'&'.repeat(label)}`, 'B', 'C'];
  const images = Object.fromEntries([
    ...many(moved, index => [path('m', index), red(index)] as const),
    ...many(steady, index => [path('s', index), green(index)] as const),
  ]);
  const project = { models: Object.fromEntries(names.map(each => [each, {}])), images, config: { labels } };
  const broken = Object.fromEntries(many(unreadable, index => [path('u', index), 'no picture']));
  const after = await Promise.all(names.map(each => modelFiles(`models/${each}`, shortcut)));
  return scene(t, { before: { ...(await projectFiles(project)), ...broken }, after: Object.assign({}, ...after) });
}

/** Of a comment that is whole: how many pictures it shows, and in words what it does not. */
async function said(t: TestContext, size: Size) {
  const { run, comments } = await big(t, size);
  const { code, stdout, summary } = await run({ inputs: { 'max-images': '100' } });
  assert.equal(code, 1, stdout);
  const [body = ''] = comments();
  assert.ok(body.length > 0 && body.length <= 60_000, `${body.length} characters`);
  assertWhole(body);
  assert.equal(rendered(body), unsanitized(body));
  assert.ok(summary.length <= 300_000);
  assertWhole(summary);
  const [, leftOut = ''] = /^\*\*Left out for length: (.*?)\.\*\* The output folder of the \[run\]/m.exec(body) ?? [];
  return [attributes(body, 'src').length, ...leftOut.split(/; |\. /).filter(Boolean)];
}

/** Some steps of what is given up, each with what a real run has: all of them, in order, are held by the tests of the comment. */
const steps: Readonly<Record<string, readonly [Size, readonly (number | string)[]]>> = {
  nothing: [{ moved: 20, steady: 5, unreadable: 2 }, [20]],
  '10 rows of each model stay': [
    { models: 3, moved: 32, name: 60, label: 70 },
    [0, 'all pictures', 'the words of 6 warnings', 'the rows of 66 fixtures that moved less'],
  ],
};

suite('given up for length', { concurrency: 2 }, () => {
  for (const [name, [size, expected]] of Object.entries(steps))
    test(name, async t => assert.deepEqual(await said(t, size), expected));
});

test('300 fixtures: a log that can be read, the worst in the comment, more in the summary', async t => {
  const { run, comments } = await big(t, { moved: 300 });
  const { code, stdout, summary, outputs, groups, injected } = await run();
  assert.equal(code, 1, stdout);
  assert.deepEqual([outputs.fixtures, outputs.moved], ['300', '300']);
  assert.ok(stdout.split('\n').length <= 40, stdout);
  assert.deepEqual(
    groups.map(({ title, lines }) => [title, lines.length <= 11]),
    [
      ['baseline of model-0', true],
      ['model-0', true],
    ],
  );
  assert.deepEqual(injected, []);
  const [body = ''] = comments();
  assert.ok(body.length <= 60_000);
  assertWhole(body);
  assert.ok(attributes(body, 'src').length >= 12);
  assert.match(body, /Left out for length: \d+ of 300 pictures/);
  const rows = (text: string) => text.match(/^\| ❌ moved/gm)?.length ?? 0;
  assert.ok(rows(summary) >= rows(body) && rows(summary) === 300, `${rows(body)} and ${rows(summary)} rows`);
});
