import { inExecutionOrder } from '../_execution-order.ts';
import type { NodeDef } from './tensorflow_pb.ts';
import type { Value } from './values.ts';

/** One operation of a graph without functions. */
export interface Step {
  /** As the file has it; not unique, because a function may be called twice. */
  readonly name: string;
  readonly op: string;
  readonly inputs: readonly Ref[];
  readonly attr: NodeDef['attr'];
  /** Of a `Const` whose value has been read. */
  readonly value?: Value;
}

/** One output of a step. */
export interface Ref {
  readonly step: Step;
  readonly index: number;
}

/** What these outputs need, in execution order. */
export const stepsOf = (outputs: readonly Ref[]): Step[] =>
  inExecutionOrder(
    outputs.map(({ step }) => step),
    ({ inputs }) => inputs.map(({ step }) => step),
  );

/** Rebuilds the graph behind these outputs, step by step; each step's inputs have been rebuilt before. */
export async function rebuilt(
  outputs: readonly Ref[],
  rebuild: (step: Step, inputs: readonly Ref[]) => Step | Promise<Step>,
): Promise<Ref[]> {
  const made = new Map<Step, Step>();
  const renewed = ({ step, index }: Ref): Ref => ({ step: made.get(step)!, index });
  for (const step of stepsOf(outputs)) made.set(step, await rebuild(step, step.inputs.map(renewed)));
  return outputs.map(renewed);
}
