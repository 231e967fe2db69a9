import assert from 'node:assert/strict';
import { test } from 'node:test';
import { legsOf, silence } from '../../src/events/_legs.ts';
import { actionWorld, hub } from '../support/action-world.ts';
import { results } from '../support/results.ts';

const left = (...legs: (number | undefined)[]) => legs.map(each => ({ ...results(), ...(each && { legs: each }) }));

test('a leg of a matrix that judges tells how many there are, so that whoever publishes can wait for all', () => {
  const said = (inputs: Record<string, string>) => legsOf(actionWorld(hub(), inputs).world);
  assert.deepEqual(said({ mode: 'judge', legs: '3' }), { legs: 3 });
  assert.deepEqual(said({ mode: 'judge', legs: '1' }), {}, 'it is alone');
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
