import { CamdriftError } from '../../errors.ts';
import type { AttributeProto, TensorProto } from './onnx_pb.ts';

/** What a window does along the rows when it only slides along columns. */
const along: Readonly<Record<string, bigint>> = {
  kernel_shape: 1n,
  strides: 1n,
  dilations: 1n,
  pads: 0n,
  output_padding: 0n,
  output_shape: 1n,
};

/** The attributes of one node, read by name with the operator's own defaults. */
export class Attributes {
  readonly #table: ReadonlyMap<string, AttributeProto>;
  readonly #where: string;

  constructor(attributes: readonly AttributeProto[], where: string) {
    this.#table = new Map(attributes.map(attribute => [attribute.name, attribute]));
    this.#where = where;
  }

  /** As the file has them. */
  get written(): readonly AttributeProto[] {
    return [...this.#table.values()];
  }

  has(name: string): boolean {
    return this.#table.has(name);
  }

  int(name: string, fallback: number): number {
    const found = this.#table.get(name);
    return found ? Number(found.i) : fallback;
  }

  float(name: string, fallback: number): number {
    return this.#table.get(name)?.f ?? fallback;
  }

  string(name: string, fallback: string): string {
    const found = this.#table.get(name);
    return found ? Buffer.from(found.s).toString('utf8') : fallback;
  }

  ints(name: string): number[] | undefined {
    return this.#table.get(name)?.ints.map(Number);
  }

  floats(name: string): number[] | undefined {
    return this.#table.get(name)?.floats;
  }

  tensor(name: string): TensorProto | undefined {
    return this.#table.get(name)?.t;
  }

  /** The attributes of a window along a row as those of one over rows and columns. */
  ofRows(): Attributes {
    const widened = [...this.#table.values()].map(found => {
      const one = along[found.name];
      if (one === undefined || found.ints.length !== (found.name === 'pads' ? 2 : 1)) return found;
      const ints = found.name === 'pads' ? [0n, found.ints[0]!, 0n, found.ints[1]!] : [one, found.ints[0]!];
      return { ...found, ints };
    });
    return new Attributes(widened, this.#where);
  }

  /** Those of a window over three axes as over the two that are left without one of them. */
  without(axis: number): Attributes {
    const kept = [...this.#table.values()].map(found => {
      if (along[found.name] === undefined || found.ints.length % 3 !== 0) return found;
      return { ...found, ints: found.ints.filter((_, at) => at % 3 !== axis) };
    });
    return new Attributes(kept, this.#where);
  }

  /** Refuses a form of the operator that is not implemented. */
  require(name: string, found: string | number, known: readonly (string | number)[]): void {
    if (known.includes(found)) return;
    throw new CamdriftError(
      'model-unsupported',
      `${this.#where} has the attribute ${name} = ${found}; camdrift knows ${known.join(', ')}.`,
    );
  }
}
