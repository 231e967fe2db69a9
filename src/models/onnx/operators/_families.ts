import type { Operator } from '../call.ts';
import { type Operation, operatorSets } from '../operation.ts';

const { newest } = operatorSets;

/** An operation that works on pixels. */
export type Running = Operation & { readonly run: Operator };

/** From an operator set on, or from the first that is read. */
export const since = (first: number): Operation['sets'] => [first, newest];
export const always = since(1);

/** One operation on each entry, wherever it lies. */
const entrywise = {
  sets: always,
  exact: undefined,
  features: 'other',
  cells: 'kept',
  images: 'apart',
  axes: 'as-they-come',
  scale: 'none',
  kernel: 'none',
} as const satisfies Omit<Operation, 'run'>;

/** An activation that networks have behind their convolutions. */
export const activationOf = (run: Operator, more: Partial<Operation> = {}): Running => ({
  ...entrywise,
  features: 'elementwise',
  ...more,
  run,
});

/** A function that makes no features of its own. */
export const entrywiseOf = (run: Operator, more: Partial<Operation> = {}): Running => ({ ...entrywise, ...more, run });

/** Of an image N, C, H, W an image of other cells. */
const spatial = {
  sets: always,
  exact: undefined,
  features: 'spatial',
  cells: 'image',
  images: 'apart',
  axes: 'nchw',
  scale: 'none',
  kernel: 'none',
} as const satisfies Omit<Operation, 'run'>;

export const spatialOf = (run: Operator, more: Partial<Operation> = {}): Operation => ({ ...spatial, ...more, run });

/** Where nothing is known to stay: it runs, and is followed no further. */
const opaque = {
  sets: always,
  exact: undefined,
  features: 'other',
  cells: 'lost',
  images: 'counted',
  axes: 'rearranged',
  scale: 'none',
  kernel: 'none',
} as const satisfies Omit<Operation, 'run'>;

export const opaqueOf = (run: Operator | undefined, more: Partial<Operation> = {}): Operation => ({
  ...opaque,
  ...more,
  run,
});
