import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgingJob, silence } from '../../src/events/_legs.ts';
import { actionWorld, hub } from '../support/action-world.ts';
import { results } from '../support/results.ts';

const left = (...legs: (number | undefined)[]) => legs.map(each => ({ ...results(), ...(each && { legs: each }) }));

test('a job that judges tells which it is and how many legs there are, so that whoever publishes can wait for all', () => {
  const said = (inputs: Record<string, string>) => judgingJob(actionWorld(hub(), inputs).world);
  const one = said({ mode: 'judge', legs: '3', matrix: '{"os":"arm"}' });
  const two = said({ mode: 'judge', legs: '3', matrix: '{"os":"x64"}' });
  assert.deepEqual([one.legs, two.legs, one.job!.group === two.job!.group], [3, 3, true]);
  assert.notEqual(one.job!.id, two.job!.id);
  assert.equal('legs' in said({ mode: 'judge', legs: '1' }), false, 'it is alone');
  assert.notEqual(said({ mode: 'judge', config: 'b.yml' }).job!.group, one.job!.group);
  assert.deepEqual(said({ mode: 'auto', legs: '3' }), {}, 'it speaks for itself');
});

test('a leg that left nothing is missed by the others', () => {
  assert.equal(silence(left(2), 1), 'Only 1 of 2 legs of the matrix that judges have left results.');
  assert.equal(silence(left(undefined, 3), 1), 'Only 2 of 3 legs of the matrix that judges have left results.');
  assert.equal(silence(left(2, 2), 1), undefined);
  assert.equal(silence(left(undefined), 1), undefined);
  assert.equal(silence(left(undefined, undefined), 1), undefined, 'two jobs of their own');
});

test('a matrix that publishes has a leg for each that judges, and the status waits for all of these', () => {
  assert.equal(silence(left(4), 4), undefined);
  assert.equal(silence(left(4), 2), 'Only 1 of 2 legs of the matrix that judges have left results.');
});

test('neither another job stands for a leg that broke down, nor another leg that has left two things', () => {
  const by = (group: string, id: string, legs?: number) => ({
    ...results(),
    job: { id, group },
    ...(legs && { legs }),
  });
  const one = 'Only 1 of 2 legs of the matrix that judges have left results.';
  assert.equal(silence([by('a', '1', 2), by('b', '2')], 1), one);
  assert.equal(silence([by('b', '2'), by('a', '1', 2)], 1), one);
  assert.equal(silence([by('a', '1', 2), by('c', '3', 2), by('c', '4', 2)], 1), one);
  assert.equal(silence([by('a', '1', 2), by('a', '1', 2)], 1), one);
  assert.equal(silence([by('a', '1', 2), by('a', '2', 2), by('b', '3')], 1), undefined);
});
