import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Engine } from '../../src/engines/engine.ts';
import { CamdriftError } from '../../src/errors.ts';
import { looksLikeProbabilities, readAnswers, slope } from '../../src/models/_answers.ts';
import { executionProblem } from '../../src/models/_execution-problem.ts';
import type { Link } from '../../src/models/_head.ts';
import { inputShapeOf } from '../../src/models/_input-shape.ts';
import { type DeclaredOutput, outputsProblem, requireFitting } from '../../src/models/_outputs.ts';
import { linkUnder, taskOf } from '../../src/models/_task.ts';
import type { Score } from '../../src/models/model.ts';

const close = (found: ArrayLike<number>, expected: readonly number[]) => {
  assert.equal(found.length, expected.length);
  for (const [at, value] of expected.entries())
    assert.ok(Math.abs(found[at]! - value) < 1e-6, `${at}: ${found[at]}, not ${value}`);
};
const answers = (
  link: Link,
  values: readonly number[],
  classes: readonly (number | 'predicted')[],
  score: Score = 'logit',
) => readAnswers({ node: 'scores', link }, Float32Array.from(values), { layer: 'l', classes, score });
const slopes = (link: Link, values: readonly number[], index: number, score: Score) =>
  slope(answers(link, values, [index], score)[0]!, score, { node: 'scores', link });

const third = Math.log(3);

describe('scores', () => {
  test('of several images are a row for each, and the likeliest class is the first of the largest', () => {
    const [first, second] = answers('softmax', [0, third, 0, 5, 5, 5], ['predicted', 'predicted']);
    close(first!.logits, [0, third, 0]);
    close(first!.probabilities, [0.2, 0.6, 0.2]);
    assert.equal(first!.classIndex, 1);
    close(second!.probabilities, [1 / 3, 1 / 3, 1 / 3]);
    assert.equal(second!.classIndex, 0);
    assert.equal(answers('softmax', [0, 1, 2], [0])[0]!.classIndex, 0);
  });

  test('of any size have probabilities: hundreds above or below zero do not overflow', () => {
    const likelier = Math.E / (1 + Math.E);
    close(answers('softmax', [900, 901], [0])[0]!.probabilities, [1 - likelier, likelier]);
    close(answers('none', [-900, -901], [0])[0]!.probabilities, [likelier, 1 - likelier]);
  });

  test('under a sigmoid stand for themselves; a single one for a class and its opposite; a value for nothing but itself', () => {
    close(answers('sigmoid', [third, 0, -third], [0])[0]!.probabilities, [0.75, 0.5, 0.25]);
    close(answers('sigmoid', [third], ['predicted'])[0]!.probabilities, [0.25, 0.75]);
    assert.equal(answers('none', [-0.1], ['predicted'])[0]!.classIndex, 0);
    close(answers('value', [17], ['predicted'])[0]!.probabilities, [1]);
  });

  test('that are not finite are told with the first of them', () => {
    for (const [value, told] of [
      [Number.NaN, 'NaN'],
      [Number.NEGATIVE_INFINITY, '-Infinity'],
    ] as const)
      assert.throws(() => answers('softmax', [1, value, Number.NaN], [0]), {
        code: 'model-numbers',
        message: `The class scores (\`scores\`) of an ordinary image are not finite: got ${told}.`,
      });
  });

  test('that are probabilities already have no logits, but can be explained as they are', () => {
    const refused = {
      code: 'model-unsupported',
      message:
        'Output `scores` holds probabilities, but no softmax was found before it, so the pre-softmax scores are not known.',
    };
    assert.throws(() => answers('none', [0.25, 0.75], [0]), refused);
    assert.equal(answers('none', [0.25, 0.75], [0], 'probability').length, 1);
    assert.equal(answers('softmax', [0.25, 0.75], [0]).length, 1);
    for (const values of [[1], [0.5, 0.6], [1.5, -0.5], [0.5, 0.4998]])
      assert.equal(looksLikeProbabilities(Float32Array.from(values)), false, values.join());
    for (const values of [
      [0, 1],
      [0.5, 0.50005],
    ])
      assert.equal(looksLikeProbabilities(Float32Array.from(values)), true, values.join());
  });

  test('have the slope of what is explained', () => {
    const three = [0, third, 0];
    close(slopes('softmax', three, 2, 'logit'), [0, 0, 1]);
    close(slopes('softmax', three, 1, 'probability'), [-0.12, 0.24, -0.12]);
    close(slopes('sigmoid', [third, 0], 0, 'probability'), [0.1875, 0]);
    close(slopes('sigmoid', [third, 0], 1, 'logit'), [0, 1]);
    close(slopes('sigmoid', [third], 1, 'probability'), [0.1875]);
    close(slopes('sigmoid', [third], 0, 'probability'), [-0.1875]);
    close(slopes('none', [third], 0, 'logit'), [-1]);
    close(slopes('value', [17], 0, 'probability'), [1]);
  });
});

test('what answers are follows from link and number, or is said and then has to be possible', () => {
  const task = (link: Link, units: number, said?: Parameters<typeof taskOf>[2]) =>
    taskOf({ node: 'scores', link }, units, said);
  assert.deepEqual(task('sigmoid', 3), { kind: 'multi-label', from: 'graph' });
  assert.deepEqual(task('sigmoid', 1), { kind: 'single-label', from: 'graph' });
  assert.deepEqual(task('none', 1), { kind: 'single-label', from: 'assumed' });
  assert.deepEqual(task('none', 2), { kind: 'single-label', from: 'graph' });
  assert.deepEqual(task('none', 1, 'regression'), { kind: 'regression', from: 'said' });
  assert.deepEqual(task('none', 2, 'multi-label'), { kind: 'multi-label', from: 'said' });
  for (const [link, units, said, expected] of [
    ['softmax', 3, 'multi-label', 'several numbers without softmax; `scores` holds 3 and ends in a softmax'],
    ['none', 1, 'multi-label', 'several numbers without softmax; `scores` holds 1 and ends without softmax or sigmoid'],
    ['sigmoid', 1, 'regression', 'one number without softmax or sigmoid; `scores` holds 1 and ends in a sigmoid'],
    [
      'none',
      2,
      'regression',
      'one number without softmax or sigmoid; `scores` holds 2 and ends without softmax or sigmoid',
    ],
  ] as const)
    assert.throws(() => task(link, units, said), {
      code: 'config-invalid',
      message: `The model is said to be \`task: ${said}\`, which is ${expected}.`,
    });
  assert.deepEqual(
    (['single-label', 'multi-label', 'regression'] as const).map(kind => linkUnder('none', kind)),
    ['none', 'sigmoid', 'value'],
  );
  assert.equal(linkUnder('softmax', 'single-label'), 'softmax');
});

describe('declared outputs', () => {
  const scores: DeclaredOutput = { name: 'scores', shape: ['batch', 10] };
  const boxes: DeclaredOutput = { name: 'boxes', shape: ['batch', 300, 4] };
  const each: DeclaredOutput = { name: 'each', shape: ['batch', 300] };
  const mask: DeclaredOutput = { name: 'mask', shape: [1, 1, 32, 32] };
  const index: DeclaredOutput = { name: 'index', shape: [null], isWhole: true };
  const open: DeclaredOutput = { name: 'open' };
  const remedy = (...outputs: DeclaredOutput[]) => outputsProblem('graph', outputs, undefined).remedy;

  test('are proposed where they can be class scores', () => {
    const none = 'Without one, the model is no classifier and cannot be explained.';
    assert.equal(remedy(scores, open), `Name the one that holds the class scores with --output. ${none}`);
    assert.equal(
      remedy(scores, mask, open),
      `Name the one that holds the class scores with --output; by its shape that can be \`scores\` or \`open\`. ${none}`,
    );
    assert.equal(
      remedy(boxes, each),
      'None of them can be class scores, images x classes: this is no classifier (a detector or a segmenter, as it seems), and cannot be explained.',
    );
  });

  test('are listed with their shapes, and the one that was asked for', () => {
    const list = '`mask` (1 x 1 x 32 x 32), `index` (?), `open`';
    assert.equal(
      outputsProblem('model', [mask, index, open], undefined).message,
      `The model has the outputs ${list}, and none was chosen.`,
    );
    assert.equal(
      outputsProblem('graph', [mask, index, open], 'logits').message,
      `The graph has the outputs ${list}, but not \`logits\`.`,
    );
  });

  test('that cannot be class scores say why', () => {
    const why = (output: DeclaredOutput, ...others: DeclaredOutput[]) => {
      try {
        requireFitting(output, [output, ...others]);
      } catch (error) {
        return (error as CamdriftError).message;
      }
      return undefined;
    };
    assert.equal(why(index), 'The output `index` (?) holds whole numbers; expected one score per class.');
    assert.equal(
      why(mask),
      'The output `mask` (1 x 1 x 32 x 32) is no row of numbers for each image; expected one score per class.',
    );
    assert.equal(
      why(each, boxes),
      'The output `each` (batch x 300) is a number for each of the boxes in `boxes` (batch x 300 x 4), as of a detector; expected one score per class.',
    );
    assert.equal(
      why({ name: 'flat', shape: [300] }, { name: 'boxes', shape: [300, 4] }),
      undefined,
      'images that have one box each',
    );
    assert.equal(
      why({ name: 'flat', shape: ['found'] }, { name: 'boxes', shape: ['found', 4] })?.includes(
        'for each of the boxes',
      ),
      true,
    );
    for (const images of ['batch', 'N', 'n', 'b', 'bs', 'batch_size'])
      assert.equal(why({ name: 'flat', shape: [images] }, { name: 'boxes', shape: [images, 4] }), undefined, images);
    for (const output of [
      scores,
      open,
      { name: 'pooled', shape: [null, 1, 1, 10] },
      { name: 'any', shape: ['n', 'classes'] },
    ])
      assert.equal(why(output, boxes), undefined, output.name);
    assert.equal(
      why({ name: 'unknown', shape: [null, null] }, { name: 'boxes', shape: [null, null, 4] }),
      undefined,
      'sizes that are not known are not the same',
    );
  });
});

describe('the input', () => {
  test('is height x width x channels; what is left open is said', () => {
    assert.deepEqual(inputShapeOf([32, 48, 3], undefined), { height: 32, width: 48, channels: 3 });
    assert.deepEqual(inputShapeOf([null, 48, 1], { width: 48, height: 20 }), { height: 20, width: 48, channels: 1 });
    assert.deepEqual(inputShapeOf([-0, undefined, 4], { width: 8, height: 9 }), { height: 9, width: 8, channels: 4 });
  });

  test('is refused with what it is', () => {
    for (const [declared, told] of [
      [[32, 32], '32 x 32'],
      [[], 'a scalar'],
      [[null, 32, 5], '? x 32 x 5'],
      [[8, 8, null], '8 x 8 x ?'],
    ] as const)
      assert.throws(() => inputShapeOf(declared, undefined), {
        code: 'model-unsupported',
        message: `The model's input is ${told}; camdrift explains image classifiers with input height x width x 1 to 4 channels.`,
        remedy: /^A map lies on a picture: name a model that takes one/,
      });
    for (const size of [
      { width: 48, height: 31 },
      { width: 47, height: 32 },
    ])
      assert.throws(() => inputShapeOf([32, 48, 3], size), {
        code: 'config-invalid',
        message: `The model takes images of 48 x 32 pixels, not ${size.width} x ${size.height}.`,
      });
    for (const declared of [
      [null, 48, 3],
      [32, null, 3],
    ])
      assert.throws(() => inputShapeOf(declared, undefined), {
        code: 'config-invalid',
        message: /^The model takes images of any size \((\? x 48|32 x \?) x 3\)\.$/,
      });
  });
});

test('what TensorFlow.js says becomes words that name the operation; anything else stays what it is', () => {
  const engine = { name: 'wasm' } as Engine;
  const told = (error: unknown) => executionProblem(error, engine) as CamdriftError;
  for (const [said, code, message] of [
    [
      'Cannot compute gradient: gradient function not found for Cumprod.',
      'model-unsupported',
      'The operation `Cumprod` between the layer and the class scores has no gradient.',
    ],
    [
      "Kernel 'Conv2DBackpropInput' not registered for backend 'x'",
      'model-unsupported',
      'The operation `Conv2DBackpropInput` between the layer and the class scores has no gradient.',
    ],
    [
      'Error in gradient of Conv2D: dilation rates greater than 1',
      'model-unsupported',
      'The operation `Conv2D` between the layer and the class scores has no gradient.',
    ],
    [
      "Unknown op 'Bucketize'. File an issue",
      'model-unsupported',
      'The model uses the operation `Bucketize`, which the wasm engine cannot run.',
    ],
    [
      "This execution contains the dynamic op 'Where'",
      'model-unsupported',
      'The model uses the operation `Where`, which the wasm engine cannot run.',
    ],
    [
      "Kernel 'Einsum' not registered for backend 'wasm'",
      'model-unsupported',
      'The model uses the operation `Einsum`, which the wasm engine cannot run.',
    ],
    ['Cannot enlarge memory arrays', 'model-unsupported', "The model does not fit into the wasm engine's memory."],
  ] as const) {
    const [problem, cause] = [told(new Error(said)), new Error(said)];
    assert.deepEqual([problem.code, problem.message, (problem.cause as Error).message], [code, message, cause.message]);
  }
  const broken = told(Object.assign(new Error(`memory access out of bounds\n    at wasm`), { name: 'RuntimeError' }));
  assert.deepEqual(
    [broken.code, broken.message],
    ['broke-down', 'The model broke the wasm engine: memory access out of bounds.'],
  );
  for (const other of [new Error('a fault of ours'), new CamdriftError('config-invalid', 'OOM'), 'text'])
    assert.equal(executionProblem(other, engine), other);
});
