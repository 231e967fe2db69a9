import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configText, ending, messageOf, models, opened, usual } from '../support/addressed.ts';
import { believing, modelServer, withoutModels } from '../support/elsewhere.ts';
import { startGitHub } from '../support/github/index.ts';
import { projectFiles, retrained, runIn } from '../support/scene.ts';
import { finishedRun, fork } from '../support/second-workflow.ts';
import { storedBaseline } from '../support/stored.ts';
import { trusted } from '../support/trusted.ts';

test('a trusted run asks for a fork’s model only where the base branch says that models lie', async t => {
  const { server, at } = await models(t);
  const other = await modelServer(t, { retrained });
  const before = { ...at('first'), 'token-env': 'HF_TOKEN' };
  for (const [after, verdict, words] of [
    [{ ...at('shortcut'), 'token-env': 'HF_TOKEN' }, 'fail', undefined],
    [other.at('retrained'), 'incomplete', /is not asked: on a pull request from a fork/],
    [{ ...at('retrained'), 'token-env': 'CLOUD_KEY' }, 'incomplete', /gets no token from `CLOUD_KEY`/],
  ] as const) {
    const made = await opened(t, before, after, { fork });
    const env = { ...believing, HF_TOKEN: 'hf_secret', CLOUD_KEY: 'cloud_secret' };
    const { judged } = await trusted(t, made, finishedRun(made, undefined), { env, inputs: usual });
    assert.equal(judged.outputs.verdict, verdict, judged.stdout);
    if (words) assert.match(messageOf(judged), words);
  }
  assert.equal(other.server.asked.length, 0);
  assert.deepEqual([...new Set(server.asked.map(({ headers }) => headers.authorization))], ['Bearer hf_secret']);
});

test('a push tells whether stored maps are of the model at the address, and fetches nothing', async t => {
  const { server, at } = await models(t);
  for (const [name, verdict] of [
    ['first', 'pass'],
    ['shortcut', 'warn'],
  ] as const) {
    const github = await startGitHub(t);
    const stored = await storedBaseline(await projectFiles());
    const files = { ...(await withoutModels()), ...stored, 'camdrift.yml': configText(at(name)) };
    const commit = await github.commit({ branch: 'main', files });
    const event = { name: 'push', payload: github.payload.push({ branch: 'main', after: commit }) };
    const ran = await runIn(t, github, { event, commit, inputs: usual, env: believing });
    assert.deepEqual(ending(ran), [0, verdict], ran.stdout);
  }
  assert.equal(server.asked.length, 0);
});
