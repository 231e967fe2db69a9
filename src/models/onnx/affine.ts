import { numbersOf } from '../_kernels.ts';
import type { Affine, Constant } from '../model.ts';
import { type Arithmetic, arithmetic, type Further, further, normalising, reckoning, untouched } from './further.ts';
import type { Step } from './operation.ts';
import type { Plan } from './plan.ts';
import { type Known, sizeOf } from './value.ts';
import type { Weights } from './weights.ts';

/** What a network multiplies and adds beside its kernels. */
export interface Beside {
  /** By the step whose kernel it is: its bias, and the normalisation and arithmetic with constants right behind it. */
  readonly behind: ReadonlyMap<Step, () => Affine>;
  /** What stands behind no kernel, in execution order: layer normalisation, embeddings, slopes, normalisation before a kernel. */
  readonly others: readonly Constant[];
}

/** Follows what is made of each kernel's output, channel by channel, as long as nothing else reads it and nothing bends it. */
export function besideKernels(plan: Plan, weights: Weights): Beside {
  const walk = new Walk(plan, weights);
  for (const step of plan.steps) walk.take(step);
  return { behind: new Map([...walk.behind].map(([step, { made }]) => [step, made])), others: walk.others };
}

/** What has been made of a kernel's output, or of no kernel's; of so many channels. */
interface Chain {
  readonly channels: number;
  made: () => Affine;
}

class Walk {
  readonly behind = new Map<Step, Chain>();
  readonly others: Constant[] = [];
  readonly #chains = new Map<string, Chain>();
  readonly #readers = new Map<string, number>();
  readonly #plan: Plan;
  readonly #weights: Weights;

  constructor(plan: Plan, weights: Weights) {
    this.#plan = plan;
    this.#weights = weights;
    for (const name of plan.steps.flatMap(({ inputs }) => inputs))
      this.#readers.set(name, (this.#readers.get(name) ?? 0) + 1);
  }

  take(step: Step): void {
    const { operation, domain, facts } = step;
    const reckons = domain === '' && Object.hasOwn(arithmetic, operation);
    if (facts.kernel !== 'none') this.#begin(step);
    else if (operation === 'BatchNormalization') this.#normalise(step);
    else if (reckons) this.#reckon(step, arithmetic[operation]!);
    else if (facts.features === 'identity') this.#name(step, this.#chainOf(step.inputs[0] ?? ''));
    else if (!quantising.has(operation) && facts.scale === 'none') this.#keep(step);
  }

  /** Whole numbers are multiplied as such, and what their scales make of them lies elsewhere in every dialect. */
  #begin(step: Step): void {
    const { kernel } = step.facts;
    if (kernel === 'none' || kernel.zero !== undefined) return;
    const constants = this.#constants(step);
    const isKernel = (known: Known | undefined) => (known?.shape.length ?? 0) >= 2;
    const at = kernel.input === 'constant' ? constants.findIndex(isKernel) : kernel.input;
    const shape = constants[at]?.shape;
    if (!shape) return;
    const channels = shape[kernel.order(shape, step, at).at(-1)!]!;
    const chain: Chain = { channels, made: () => untouched(channels) };
    const floats = constants.flatMap((known, index) => (known?.type === 'float' && index !== at ? [known] : []));
    const bias = floats.find(known => fits(known, channels));
    const times = step.attributes.float('beta', 1);
    if (bias)
      extend(
        chain,
        reckoning(by => ({ factor: 1, addend: times * by }), 1, this.#numbers(bias)),
      );
    for (const known of floats) if (known !== bias) this.#other(known);
    this.behind.set(step, chain);
    if (step.domain === '') this.#name(step, chain);
  }

  #normalise(step: Step): void {
    const [, ...constants] = this.#constants(step);
    const [scale, shift, mean, variance] = constants.map(known => known && this.#numbers(known));
    if (scale && shift && mean && variance) {
      const next = normalising(scale, shift, mean, variance, step.attributes.float('epsilon', 1e-5));
      this.#continueOrKeep(step, sizeOf(constants[0]!.shape), next);
    } else this.#keep(step);
  }

  /** Normalisation that stands behind no kernel is known by what it makes of its input, however it is written. */
  #continueOrKeep(step: Step, channels: number, next: () => Further): void {
    const chain = this.#chainOf(step.inputs[0]!);
    if (chain?.channels === channels) {
      extend(chain, next);
      this.#name(step, chain);
    } else this.others.push({ size: 2 * channels, values: () => joined(further(untouched(channels), next())) });
  }

  /** Arithmetic of one value and one constant that is the same at every cell. */
  #reckon(step: Step, make: Arithmetic): void {
    const constants = this.#constants(step);
    const at = constants.findIndex(known => known !== undefined);
    const known = constants[at];
    const chain = this.#chainOf(step.inputs[1 - at] ?? '');
    if (known?.type === 'float' && chain && fits(known, chain.channels) && make(1, at)) {
      extend(chain, reckoning(make, at, this.#numbers(known)));
      this.#name(step, chain);
    } else this.#keep(step);
  }

  #keep(step: Step): void {
    for (const known of this.#constants(step)) if (known?.type === 'float') this.#other(known);
  }

  #other(known: Known): void {
    this.others.push({ size: sizeOf(known.shape), values: this.#numbers(known) });
  }

  #name({ outputs }: Step, chain: Chain | undefined): void {
    if (outputs[0] && chain) this.#chains.set(outputs[0], chain);
  }

  /** Nothing when somebody else reads the value, too: what is added for one of them is not there for the other. */
  #chainOf(name: string): Chain | undefined {
    return this.#readers.get(name) === 1 ? this.#chains.get(name) : undefined;
  }

  #constants = ({ inputs }: Step): (Known | undefined)[] => inputs.map(name => this.#plan.constants.get(name));

  #numbers(known: Known): () => Float32Array {
    const { core } = this.#weights;
    return () =>
      numbersOf(core, () => {
        const { tensor, form } = this.#weights.held(known, ['plain', 'channels-last']);
        return core.cast(form === 'plain' ? tensor : core.transpose(tensor, [0, 3, 1, 2]), 'float32');
      });
  }
}

/** Their constants are scales of values, which follow from pictures. */
const quantising: ReadonlySet<string> = new Set(['QuantizeLinear', 'DequantizeLinear']);

function extend(chain: Chain, next: () => Further): void {
  const before = chain.made;
  chain.made = () => further(before(), next());
}

const joined = ({ factors, addends }: Affine): Float32Array => Float32Array.of(...factors, ...addends);

/** One number for all, or one per channel. */
const fits = ({ shape }: Known, channels: number): boolean => [1, channels].includes(sizeOf(shape));
