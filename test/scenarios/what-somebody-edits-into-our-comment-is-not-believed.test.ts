import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { job, states, twoConfigurations } from '../support/jobs.ts';
import type { Scene } from '../support/scene.ts';

const quiet = { 'max-images': '0', gate: 'status' };
const run = ({ run: start }: Scene, name: string) => start(job(name, { inputs: { ...quiet, config: `${name}.yml` } }));

/** The comment with passes in the place of failures, also in the hidden lines that other jobs read. */
const whitewashed = (body: string): string =>
  body.replaceAll('❌', '✅').replace(/(?<= data=)[\w+/=]+(?= -->)/g, hidden => {
    const said = JSON.parse(Buffer.from(hidden, 'base64').toString());
    const { length, check, offer, ...kept } = said;
    const forged = { ...kept, status: 'pass', time: said.time + 1 };
    return Buffer.from(JSON.stringify(said.status === 'fail' ? forged : said)).toString('base64');
  });

/** `a` has failed and `b` passed, and both have said so; then somebody who may write to the repository makes two passes of that. */
async function edited(t: TestContext): Promise<Scene> {
  const made = await twoConfigurations(t);
  await run(made, 'a');
  await run(made, 'b');
  const [{ id, body } = { id: 0, body: '' }] = made.github.comments(made.number);
  assert.match(body, /❌ \*\*a\*\* fail/);
  made.github.editComment(id, 'mallory', whitewashed(body));
  assert.doesNotMatch(made.comments()[0]!, /❌/);
  return made;
}

test('the next job that speaks brings back what the jobs have said', async t => {
  const made = await edited(t);
  await run(made, 'b');
  const [body, ...others] = made.comments();
  assert.deepEqual(others, []);
  assert.match(body!, /^### ❌ camdrift: fail/m);
  assert.match(body!, /❌ \*\*a\*\* fail.*✅ \*\*b\*\* pass/s);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'failure' }, 'the status had never changed');
});

test('where nobody can tell who has edited it, what stands there is no verdict', async t => {
  const made = await edited(t);
  made.github.fail({ path: /graphql/, asking: /CamdriftVersions/, times: 99, status: 502 });
  await run(made, 'a');
  const [body] = made.comments();
  assert.match(body!, /❌ \*\*a\*\* fail/, 'its own word');
  assert.match(body!, /somebody may have edited what this job said/, 'what was said by b');
  assert.doesNotMatch(body!, /✅/);
});
