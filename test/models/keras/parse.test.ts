import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseLayer } from '../../../src/models/keras/config.ts';
import { parseModel } from '../../../src/models/keras/parse.ts';
import { functional, image, layer, reads, type Written } from './_layers.ts';

const relu = (name: string, ...calls: Written['inbound_nodes']) => layer('ReLU', name, {}, ...calls);
const parsed = (model: object) => parseModel(parseLayer(model, 'The architecture'), 2);
const refused = (model: object, words: RegExp) =>
  assert.throws(() => parsed(model), { name: 'CamdriftError', code: 'model-unreadable', message: words });
const input = image(4, 4, 1);

describe('the wiring', () => {
  test('may stand in any order, and a layer may be called more than once', () => {
    parsed(functional([relu('b', reads('a')), relu('a', reads('image')), input], 'b'));
    parsed(functional([input, relu('a', reads('image'), reads('b')), relu('b', reads('a'))]));
  });

  test('of a layer that is not there, or of a call that is never made, is named', () => {
    refused(functional([input, relu('a', reads('nowhere'))]), /refers to a layer `nowhere` that it does not have/);
    refused(
      functional([input, relu('a', reads('image')), relu('b', reads(['a', 1]))]),
      /call 1 of layer `a`, which has 1/,
    );
    refused(functional([input, relu('a', reads('image'))], 'gone'), /layer `gone`/);
  });

  test('of layers that wait for each other, or for themselves, is named', () => {
    refused(functional([input, relu('a', reads('a'))]), /`a` waits for its own output/);
    refused(functional([input, relu('a', reads('b')), relu('b', reads('a'))]), /`[ab]` waits for its own output/);
  });

  for (const [title, call] of Object.entries({
    'a number': [[0, 0, 0, {}]],
    'an object': [{ 0: 'x' }],
    nothing: [null],
    'a text for the call': [['image', '0', 0, {}]],
    'a negative call': [['image', -1, 0, {}]],
    'a list without end': [['image', 0]],
  }))
    test(`that is ${title} in place of a reference is refused, not looked for`, () =>
      refused(
        functional([input, { ...relu('a'), inbound_nodes: [call] as never }]),
        /inputs of layer a cannot be read/,
      ));

  test('of nested models counts calls from 1 as Keras 2 does, or from 0', () => {
    const inner = {
      ...functional([input, relu('in', reads('image'))], 'in', 'inner'),
      name: 'inner',
      inbound_nodes: [reads('image')],
    };
    for (const call of [0, 1]) parsed(functional([input, inner as never, relu('top', reads(['inner', call]))]));
    refused(functional([input, inner as never, relu('top', reads(['inner', 2]))]), /call 2 of layer `inner`/);
  });

  test('of thousands of layers takes no time, however they stand, and of more than any classifier has is refused', () => {
    const chain = Array.from({ length: 4_900 }, (_, at) => relu(`l${at}`, reads(at === 0 ? 'image' : `l${at - 1}`)));
    parsed(functional([input, ...chain], 'l4899'));
    parsed(functional([...chain.toReversed(), input], 'l4899'));
    const many = Array.from({ length: 5_001 }, (_, at) => relu(`l${at}`, reads('image')));
    refused(functional([input, ...many]), /more than 5000 layers/);
  });
});

test('a sequence may be a list of layers, as early Keras 2 wrote it', () => {
  const layers = [layer('Flatten', 'flat', { batch_input_shape: [null, 4, 4, 1] }), layer('Dense', 'd', { units: 2 })];
  const { model } = parsed({ class_name: 'Sequential', config: layers });
  assert.deepEqual([...model.layers.keys()], ['input', 'flat', 'd']);
  assert.deepEqual(model.outputs, [{ layer: 'd', call: 0, tensor: 0 }]);
});
