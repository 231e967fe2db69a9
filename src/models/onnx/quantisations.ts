import type { Step } from './operation.ts';
import type { Plan } from './plan.ts';

/** The numbers that whole steps stand for: `(step - zero) * scale`. */
export interface Quantisation {
  readonly scale: number;
  readonly zero: number;
}

/** Every value that is kept in whole steps of one scale: what quantising operators make, and what only moves such values. */
export function quantisationsOf({ steps, constants }: Plan): ReadonlyMap<string, Quantisation> {
  const found = new Map<string, Quantisation>();
  const number = (name: string | undefined) => {
    const known = constants.get(name ?? '');
    return known?.data.length === 1 ? known.data[0]! : undefined;
  };
  const made = (step: Step): Quantisation | undefined => {
    const at = step.facts.scale;
    if (typeof at === 'string') return at === 'moved' ? found.get(step.inputs[0]!) : undefined;
    const [scale, zero] = [number(step.inputs[at]), step.inputs[at + 1] ? number(step.inputs[at + 1]) : 0];
    return scale === undefined || zero === undefined ? undefined : { scale, zero };
  };
  for (const step of steps) {
    const grid = made(step);
    if (grid) for (const name of step.outputs) found.set(name, grid);
  }
  return found;
}
