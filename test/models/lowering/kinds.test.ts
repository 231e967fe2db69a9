import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Kind } from '../../../src/models/_graph.ts';
import { kindOf } from '../../../src/models/lowering/kinds.ts';

const cases: readonly [steps: Kind[], layer: Kind, why: string][] = [
  [[], 'identity', 'nothing'],
  [['identity'], 'identity', 'a reshape'],
  [['identity', 'softmax'], 'softmax', 'one step that counts'],
  [['pointwise-linear', 'pointwise-linear'], 'pointwise-linear', 'a dense layer and its bias'],
  [['pointwise-linear', 'elementwise'], 'elementwise', 'the same with an activation'],
  [['pointwise-convolution', 'pointwise-linear'], 'pointwise-convolution', 'a 1x1 convolution and its bias'],
  [['pointwise-convolution', 'elementwise'], 'convolution', 'the same with an activation'],
  [['convolution', 'pointwise-convolution'], 'convolution', 'depthwise, then pointwise'],
  [['global-average', 'identity'], 'global-average', 'pooling without the two axes'],
  [['global-average', 'elementwise'], 'other', 'no mean any more'],
  [['spatial', 'spatial'], 'spatial', 'rows, then columns'],
  [['elementwise', 'sigmoid'], 'elementwise', 'x times its own sigmoid'],
  [['pointwise-linear', 'softmax'], 'other', 'attention is no answer'],
  [['convolution', 'other'], 'other', 'nobody knows'],
];

for (const [steps, layer, why] of cases)
  test(`${steps.join(' + ') || 'no step'} is ${layer}: ${why}`, () => assert.equal(kindOf(steps), layer));
