import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FailOn, failure } from '../../src/judgement/gate.ts';
import type { ModelResult } from '../../src/results/model.ts';
import { fixture, model, results } from '../support/results.ts';

const levels: readonly FailOn[] = ['never', 'regression', 'new', 'any'];
/** At which levels a run with these models fails. */
const failing = (...models: ModelResult[]) => levels.filter(level => failure(results(...models), level) !== undefined);

const steady = model([fixture('a.png', 0.01)], { name: 'steady', verdict: 'pass', reasons: [] });
const regressed = model([fixture('a.png', 0.3)], { name: 'shoes' });
const unjudged = model([], { name: 'hats', verdict: 'incomplete' });
const fresh = model([fixture('a.png', 0, { status: 'new' })], { name: 'bags', verdict: 'pass' });
const warned = model([fixture('a.png', 0.01)], { name: 'caps', verdict: 'warn' });
const moved = model([fixture('a.png', 0.3), fixture('b.png', 0)], { name: 'belts', verdict: 'pass' });

test('each level takes in the one before it', () => {
  assert.deepEqual(failing(), []);
  assert.deepEqual(failing(steady), []);
  assert.deepEqual(failing(regressed), ['regression', 'new', 'any']);
  assert.deepEqual(failing(fresh), ['new', 'any']);
  assert.deepEqual(failing(warned), ['any']);
  assert.deepEqual(failing(moved), ['any']);
});

test('a model without a verdict fails like a regression', () => {
  assert.deepEqual(failing(unjudged), ['regression', 'new', 'any']);
});

test('what fails is named, a few of many', () => {
  assert.equal(
    failure(results(steady, regressed, unjudged), 'regression'),
    'Attention regressed in shoes. There is no verdict for hats.',
  );
  const many = Array.from({ length: 8 }, (_, index) => model([], { name: `m${index}` }));
  assert.equal(failure(results(...many), 'any'), 'Attention regressed in m0, m1, m2, m3, m4 and 3 more.');
});
