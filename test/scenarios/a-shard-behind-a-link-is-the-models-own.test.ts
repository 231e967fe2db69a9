import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';

const inputs = { 'max-images': '0' };

/** The model's weights are a link to the given target; what is there lies at the place that it leads to. */
async function linked(target: string, place: string) {
  const [now, then] = [await modelFiles('models/tiny', shortcut), await modelFiles('models/tiny')];
  const shard = Object.keys(then).find(path => path.endsWith('.bin'))!;
  return {
    before: { ...(await projectFiles()), [shard]: { symlink: target }, [place]: then[shard]! },
    after: { [place]: now[shard]! },
  };
}

test('weights behind a link to a store elsewhere in the workspace are audited when the store changes', async t => {
  const s = await scene(t, await linked('../../store/weights.bin', 'store/weights.bin'));
  const ran = await s.run({ inputs });
  assert.equal(ran.outputs.verdict, 'fail', ran.stdout);
  assert.equal(ran.results?.models[0]?.reasons[0]?.code, 'attention-regression');
});

test('a change beside the store leaves such a model unchanged', async t => {
  const { before } = await linked('../../store/weights.bin', 'store/weights.bin');
  const s = await scene(t, { before, after: { 'store/notes.txt': 'Nothing to see here.\n' } });
  assert.equal((await s.run({ inputs })).outputs.verdict, 'skipped');
});

test('weights behind a link out of the workspace are incomplete, and never read', async t => {
  const { before } = await linked('../../../../../../../../etc/hostname', 'store/weights.bin');
  const s = await scene(t, { before, after: { 'store/notes.txt': 'Nothing to see here.\n' } });
  const ran = await s.run({ inputs });
  assert.equal(ran.outputs.verdict, 'incomplete', ran.stdout);
  assert.equal(ran.code, 1);
});
