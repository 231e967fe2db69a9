import type { Tensor } from '@tensorflow/tfjs-core';
import type { Call, Operator } from '../call.ts';
import type { Operation } from '../operation.ts';
import { type Live, plain } from '../value.ts';
import { opaqueOf } from './_families.ts';

interface Sequence {
  readonly steps: number;
  readonly rows: number;
  readonly hidden: number;
}

/** What one direction makes: the answer of every step, in the order of the steps, and the last answer and state. */
interface Direction {
  readonly all: Tensor[];
  readonly last: Tensor;
  readonly state: Tensor;
}

/**
 * x steps x rows x features; weights directions x 4 hidden x features, gates in the order input, output, forget, cell.
 * Answers steps x directions x rows x hidden, and directions x rows x hidden at the end.
 */
const longShortTerm: Operator = call => {
  const { core, attributes } = call;
  for (const name of ['clip', 'input_forget', 'layout']) attributes.require(name, attributes.int(name, 0), [0]);
  if (attributes.has('activations') || attributes.has('clip') || call.has(4) || call.has(7))
    return call.fail('has activations, limits, peepholes or lengths of its own');
  const direction = attributes.string('direction', 'forward');
  attributes.require('direction', direction, ['forward', 'reverse', 'bidirectional']);
  const x = call.plain(0);
  const [steps, rows, features] = x.shape as [number, number, number];
  const hidden = call.shape(2)[2] ?? 0;
  const sequence = { steps, rows, hidden };
  const backwards = direction === 'bidirectional' ? [false, true] : [direction === 'reverse'];
  requireWeights(call, [backwards.length, 4 * hidden], features, hidden);
  call.bounded([steps, rows, 4 * hidden]);
  call.bounded([steps, backwards.length, rows, hidden]);
  call.worked(backwards.length * (steps * rows * 4 * hidden * (features + hidden) + steps * eachStep));
  const directions = backwards.map((isBackwards, at) => run(call, x, sequence, at, isBackwards));
  const together = (pick: (found: Direction) => Tensor) => plain(core.stack(directions.map(pick), 0));
  const answers = directions.map(({ all }) => core.stack(all, 0));
  return [plain(core.stack(answers, 1)), together(({ last }) => last), together(({ state }) => state)].slice(
    0,
    call.outputs,
  ) as Live[];
};

/** Products that take as long as beginning with a step does. */
const eachStep = 2 ** 18;

function requireWeights(call: Call, outer: readonly number[], features: number, hidden: number): void {
  const expected = [
    [...outer, features],
    [...outer, hidden],
  ].map(shape => shape.join(' x '));
  const found = [call.shape(1), call.shape(2)].map(shape => shape.join(' x '));
  if (hidden < 1 || found.join() !== expected.join())
    call.fail(`has weights of ${found.join(' and ')}; expected ${expected.join(' and ')}`);
}

function run(call: Call, x: Tensor, { steps, rows, hidden }: Sequence, at: number, isBackwards: boolean): Direction {
  const { core } = call;
  const own = (input: number) =>
    core.squeeze(
      core.slice(
        call.plain(input),
        [
          at,
          ...call
            .shape(input)
            .slice(1)
            .map(() => 0),
        ],
        [1, ...call.shape(input).slice(1)],
      ),
      [0],
    );
  const bias = call.has(3)
    ? core.add(core.slice(own(3), [0], [4 * hidden]), core.slice(own(3), [4 * hidden], [4 * hidden]))
    : core.zeros([4 * hidden]);
  const projected = core.add(core.matMul(core.reshape(x, [steps * rows, -1]), own(1), false, true), bias);
  const again = own(2);
  const start = (input: number) => (call.has(input) ? own(input) : core.zeros([rows, hidden]));
  let [answer, state] = [start(5), start(6)] as [Tensor, Tensor];
  const all: Tensor[] = [];
  for (let count = 0; count < steps; count++) {
    const step = isBackwards ? steps - 1 - count : count;
    const given = core.slice(projected, [step * rows, 0], [rows, 4 * hidden]);
    const gates = core.add(given, core.matMul(answer as never, again as never, false, true));
    const [enters, leaves, stays, cell] = core.split(gates, 4, 1) as [Tensor, Tensor, Tensor, Tensor];
    state = core.add(core.mul(core.sigmoid(stays), state), core.mul(core.sigmoid(enters), core.tanh(cell)));
    answer = core.mul(core.sigmoid(leaves), core.tanh(state));
    all[step] = answer;
  }
  return { all, last: answer, state };
}

export const recurrent = {
  LSTM: opaqueOf(longShortTerm),
} satisfies Readonly<Record<string, Operation>>;
