import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plain } from '../../src/core/raster.ts';
import { CamdriftError } from '../../src/errors.ts';
import { Outcomes } from '../../src/explainer/_outcomes.ts';
import type { Explanation, Failure } from '../../src/maps/explain.ts';
import type { ModelFacts } from '../../src/maps/maps.ts';

const facts = { format: 'onnx', classes: 2 } as unknown as ModelFacts;
const task = { path: 'a.png', class: 'predicted' } as const;
const explanation = (digest: string): Explanation => ({
  digest,
  classIndex: 0,
  predicted: 0,
  logits: new Float32Array([1, 2]),
  probabilities: new Float32Array([0.3, 0.7]),
  maps: {},
  probes: {},
  regions: {},
});
const late = new CamdriftError('timed-out', 'The time is up: 1 s.');

describe('what has come of a model', () => {
  it('lies in the order of the tasks, whichever came first, and onlookers hear it as it came', () => {
    const heard: unknown[] = [];
    const told: unknown[] = [];
    const found = new Outcomes({ progress: (...words) => told.push(words), tell: (...words) => heard.push(words) });
    assert.deepEqual(found.begin(facts, [task, task, task]), [task, task, task]);
    const failed: Failure = { failed: 'no picture' };
    found.add(1, [failed, explanation('c')]);
    found.add(0, [explanation('a')]);
    assert.deepEqual([...found.outcomes], [explanation('a'), failed, explanation('c')]);
    assert.deepEqual(told, [
      [2, 3],
      [3, 3],
    ]);
    assert.deepEqual(heard, [
      [1, [failed, explanation('c')]],
      [0, [explanation('a')]],
    ]);
  });

  it('has from the beginning what is known, and waits for the others alone', () => {
    const told: unknown[] = [];
    const found = new Outcomes({ progress: (...words) => told.push(words), tell: undefined });
    found.begin(facts, [
      task,
      { ...task, known: () => explanation('b') },
      { ...task, known: () => ({ failed: 'no picture' }) },
    ]);
    assert.deepEqual([found.outcomes.has(0), found.outcomes.at(1)], [false, explanation('b')]);
    found.add(0, [explanation('a')]);
    assert.deepEqual([...found.outcomes], [explanation('a'), explanation('b'), { failed: 'no picture' }]);
    assert.deepEqual(told.at(-1), [3, 3]);
  });

  it('comes with its picture for onlookers, and is kept without: pictures would grow with the fixtures', () => {
    const heard: (Explanation | Failure)[] = [];
    const found = new Outcomes({ progress: undefined, tell: (_, outcomes) => heard.push(...outcomes) });
    found.begin(facts, [task]);
    const picture = plain(2, 2, [1, 2, 3]);
    found.add(0, [{ ...explanation('a'), picture }]);
    assert.deepEqual(heard, [{ ...explanation('a'), picture }]);
    assert.deepEqual([...found.outcomes], [explanation('a')]);
    assert.ok(!('picture' in found.outcomes.at(0)!));
  });

  it('is nothing before the first outcome; then what is missing failed, and why is told once', () => {
    const found = new Outcomes({ progress: undefined, tell: undefined });
    assert.equal(found.sofar(late), undefined);
    found.begin(facts, [task, task]);
    assert.equal(found.sofar(late), undefined);
    found.add(1, [explanation('b')]);
    const sofar = found.sofar(late)!;
    assert.deepEqual(
      { ...sofar, outcomes: [...sofar.outcomes] },
      {
        ...facts,
        outcomes: [{ failed: 'Not reached. The time is up: 1 s.' }, explanation('b')],
        unfinished: { code: 'timed-out', message: 'The time is up: 1 s. 1 of 2 fixtures were not reached.' },
      },
    );
    found.add(0, [explanation('a')]);
    assert.match(found.sofar(late)!.unfinished!.message, /Its explanation was not checked\.$/);
  });
});
