import { test } from 'node:test';
import type { TinyModel } from '../support/models.ts';
import { assertEnded, project } from '../support/workspace.ts';

const damaged = (name: string, value: number): TinyModel => ({
  alter: weights => {
    weights[name]!.data[1] = value;
  },
});

for (const [name, value] of [
  ['conv/kernel', Number.NaN],
  ['scores/bias', Number.POSITIVE_INFINITY],
] as const) {
  test(`${value} in ${name}`, async t => {
    const workspace = await project(t, { after: damaged(name, value) });
    assertEnded(await workspace.run('audit'), {
      code: 4,
      out: [
        `Weight \`${name}\` of ${workspace.path('models/after/model.json')} holds NaN or infinite values.`,
        'Check the training run or the export',
      ],
    });
  });
}

test('finite weights whose scores overflow', async t => {
  const workspace = await project(t, { after: damaged('scores/kernel', 3e38) });
  await workspace.picture('images/white.png', []);
  const run = await workspace.run('audit', '--preprocess', '{scale: 1000}');
  assertEnded(run, { code: 4, out: ['The class scores', 'are not finite'] });
});
