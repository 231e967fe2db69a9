import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TasksMessage } from '../../src/explainer/_messages.ts';
import { ReceivedTasks, sendTasks } from '../../src/explainer/_tasks.ts';
import type { Explanation, FixtureTask } from '../../src/maps/explain.ts';
import { Spill } from '../../src/spill/spill.ts';

const explanation = (seed: number): Explanation => ({
  ...{ digest: `${seed}`, classIndex: 0, predicted: 0, probes: {}, regions: {} },
  ...{ logits: Float32Array.of(seed), probabilities: Float32Array.of(1) },
  maps: { 'grad-cam': { width: 16, height: 16, data: new Float32Array(256).fill(seed) } },
});

/** Every third is not known; which were read so far stands in `read`. */
function many(count: number) {
  const read: number[] = [];
  const known = (at: number) => () => {
    read.push(at);
    return explanation(at);
  };
  const tasks = Array.from(
    { length: count },
    (_, at): FixtureTask => ({
      ...{ path: `${at}.png`, class: 'predicted' },
      ...(at % 3 > 0 && { known: known(at) }),
    }),
  );
  return { read, tasks };
}

const shown = (tasks: readonly FixtureTask[]) => tasks.map(({ known, ...task }) => ({ ...task, known: known?.() }));

describe('tasks for the process that explains', () => {
  it('arrive as they were, with what is known of them', async () => {
    const received = new ReceivedTasks(new Spill(undefined, 0));
    const { tasks } = many(100);
    await sendTasks(tasks, { checks: 'basic' }, async message => {
      received.hear(structuredClone(message));
      return true;
    });
    assert.deepEqual(shown(await received.all), shown(tasks));
  });

  it('are known all the same, but not read, where nobody looks at it', async () => {
    const received = new ReceivedTasks();
    const { read, tasks } = many(40);
    await sendTasks(tasks, {}, async message => {
      received.hear(message);
      return true;
    });
    const there = await received.all;
    assert.deepEqual([there.map(({ known }) => Boolean(known)), read], [tasks.map(({ known }) => Boolean(known)), []]);
  });

  it('go some at a time: the next are read when those before are on their way', async () => {
    const { read, tasks } = many(300);
    const counts: number[] = [];
    let before = 0;
    await sendTasks(tasks, { checks: 'full' }, async () => {
      counts.push(read.length - before);
      before = read.length;
      // Whoever reads ahead does it now.
      await new Promise(setImmediate);
      assert.equal(read.length, before);
      return true;
    });
    assert.ok(Math.max(...counts) <= 16, `${counts}`);
    assert.equal(read.length, 200);
  });

  it('are not read on when the process is gone', async () => {
    const { read, tasks } = many(300);
    await sendTasks(tasks, { checks: 'full' }, async () => false);
    assert.ok(read.length <= 16);
  });

  it('are none when they were given up, whatever came before', async () => {
    const received = new ReceivedTasks();
    const messages: TasksMessage[] = [
      { kind: 'tasks', tasks: [{ path: 'a.png', class: 0 }] },
      { kind: 'tasks-end', given: false },
    ];
    for (const message of messages) received.hear(message);
    assert.deepEqual(await received.all, []);
  });

  it('hold nothing of what is known where they are received', async () => {
    const spill = new Spill(undefined, 10_000);
    const received = new ReceivedTasks(spill);
    const held: number[] = [];
    await sendTasks(many(1000).tasks, { checks: 'basic' }, async message => {
      received.hear(structuredClone(message));
      held.push(spill.held);
      return true;
    });
    assert.ok(Math.max(...held) <= 10_000, `${Math.max(...held)} bytes`);
    assert.deepEqual((await received.all)[998]!.known!(), explanation(998));
  });
});
