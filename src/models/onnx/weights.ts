import type { Tensor } from '@tensorflow/tfjs-core';
import type { Core } from './layout.ts';
import { Limits } from './limits.ts';
import type { DataType, Known, Numbers } from './value.ts';

/** The engine's copies of a model's constants, each in every form that operators ask for, made once. */
export class Weights {
  readonly core: Core;
  readonly limits: Limits;
  /**
   * While only shapes are asked: products with constants are zeros of the right shape, and the constants stay where they are. So what a
   * runtime will run is not run before, and held once.
   */
  outlining = false;
  /** Constants that a single operator reads. */
  readonly readOnce = new Set<Known>();
  readonly #forms = new Map<Known, Map<string, Tensor>>();

  constructor(core: Core, limits = new Limits()) {
    this.core = core;
    this.limits = limits;
  }

  /** @param form the name of what `make` does to the plain tensor */
  tensor(known: Known, form = 'plain', make: (plain: Tensor) => Tensor = plain => plain): Tensor {
    if (!known.lasting) return make(toTensor(this.core, known));
    const forms = this.#forms.get(known) ?? new Map<string, Tensor>();
    this.#forms.set(known, forms);
    const made = forms.get(form) ?? this.#keep(known, forms, make);
    forms.set(form, made);
    return made;
  }

  /** The engine's copy of a constant in a form that it is kept in; an unnamed, passing one where there is none. */
  held(known: Known, forms: readonly string[]): { tensor: Tensor; form: string } {
    const kept = this.#forms.get(known);
    const form = forms.find(each => kept?.has(each));
    if (form !== undefined) return { tensor: kept!.get(form)!, form };
    return { tensor: toTensor(this.core, known), form: 'plain' };
  }

  dispose(): void {
    for (const forms of this.#forms.values()) this.core.dispose([...forms.values()]);
    this.#forms.clear();
  }

  /** A weight with one reader is let go of once the engine has it: a model is held once, not twice. */
  #keep(known: Known, forms: ReadonlyMap<string, Tensor>, make: (plain: Tensor) => Tensor): Tensor {
    const { core } = this;
    const kept = core.tidy(() => core.keep(core.clone(make(forms.get('plain') ?? toTensor(core, known)))));
    if (this.readOnce.has(known)) known.release();
    return kept;
  }
}

const types = { float: 'float32', bool: 'bool' } as const;

export function toTensor(core: Core, known: Known): Tensor {
  const type = tensorType(known.type);
  const data = type === 'float32' ? float(known.data) : type === 'bool' ? bytes(known.data) : whole(known.data);
  return core.tensor(data, [...known.shape], type);
}

const tensorType = (type: DataType) => (type === 'float' || type === 'bool' ? types[type] : 'int32');

const float = (data: Numbers): Float32Array => (data instanceof Float32Array ? data : Float32Array.from(data));
const bytes = (data: Numbers): Uint8Array => (data instanceof Uint8Array ? data : Uint8Array.from(data));
/** "To the end" is written as the largest 64-bit integer. */
const whole = (data: Numbers): Int32Array =>
  Int32Array.from(data, value => Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, value)));
