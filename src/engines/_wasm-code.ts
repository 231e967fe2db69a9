/** Words of WebAssembly, as the bytes of its binary format: what small programs of our own are written in. */
export type Code = readonly number[];

/** An unsigned or signed number in as many groups of seven bits as it takes (LEB128). */
export const unsigned = (value: number): Code =>
  value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
const signed = (value: number): Code =>
  value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];

export type Kind = 'i32' | 'v128';
const kinds: Readonly<Record<Kind, number>> = { i32: 0x7f, v128: 0x7b };

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number): Code => [0x21, ...unsigned(local)];
export const tee = (local: number): Code => [0x22, ...unsigned(local)];
export const number = (value: number): Code => [0x41, ...signed(value)];
export const add: Code = [0x6a];
export const subtract: Code = [0x6b];
export const multiply: Code = [0x6c];
export const isGreater: Code = [0x4a];
export const isZero: Code = [0x45];
/** The first of two values where the third is not 0. */
export const select: Code = [0x1b];
/** A 32-bit number at an address, so many bytes on. */
export const load = (bytes: number): Code => [0x28, 2, ...unsigned(bytes)];

/** `local += step` */
export const advanced = (local: number, step: number): Code => [...get(local), ...number(step), ...add, ...set(local)];
/** Whether a local is at least so much. */
export const isLeft = (local: number, least = 1): Code => [...get(local), ...number(least - 1), ...isGreater];

const vector = (operation: number): Code => [0xfd, ...unsigned(operation)];
/** Four float32 at an address, so many bytes on. */
export const loadFour = (bytes: number): Code => [...vector(0x00), 2, ...unsigned(bytes)];
/** One float32, four times. */
export const loadSpread = (bytes: number): Code => [...vector(0x09), 2, ...unsigned(bytes)];
export const storeFour = (bytes: number): Code => [...vector(0x0b), 2, ...unsigned(bytes)];
export const zeros: Code = [...vector(0x0c), ...Array.from({ length: 16 }, () => 0)];
/** `a + b` of four float32 each. */
export const addFour: Code = vector(0xe4);
export const subtractFour: Code = vector(0xe5);
/** `a * b + c` of four each, rounded once where the processor can: of the relaxed vector instructions. */
export const multiplyAdd: Code = vector(0x105);

/** Runs `body`, again while what it leaves is not 0. */
export const repeat = (body: Code): Code => [0x03, 0x40, ...body, 0x0d, 0, 0x0b];
/** Runs `body` if what stands before is not 0. */
export const when = (body: Code): Code => [0x04, 0x40, ...body, 0x0b];

/** A module that exports one function, `run`, of 32-bit numbers, and works in the memory that it is given as `env.memory`. */
export function moduleOf(parameters: number, locals: readonly Kind[], body: Code): Uint8Array<ArrayBuffer> {
  const code = [...unsigned(locals.length), ...locals.flatMap(kind => [1, kinds[kind]]), ...body, 0x0b];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [0x60, parameters, ...Array.from({ length: parameters }, () => kinds.i32), 0]),
    ...section(2, [...text('env'), ...text('memory'), 2, 0, 0]),
    ...section(3, [0]),
    ...section(7, [...text('run'), 0, 0]),
    ...section(10, [...unsigned(code.length), ...code]),
  ]);
}

/** A section with one entry. */
const section = (id: number, entry: Code): Code => [id, ...unsigned(entry.length + 1), 1, ...entry];
const text = (word: string): Code => [word.length, ...new TextEncoder().encode(word)];

/** Memory of WebAssembly: another buffer once it has grown. */
export interface Memory {
  readonly buffer: ArrayBuffer;
}

/** Of Node's own, what its types leave to browsers. */
interface Loader {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: Memory } },
  ) => { readonly exports: { readonly run: unknown } };
}

/** The function of such a module; nothing where this Node does not know all of its words. */
export function loaded<Run>(bytes: Uint8Array, memory: Memory): Run | undefined {
  const { validate, Module, Instance } = (globalThis as unknown as { readonly WebAssembly: Loader }).WebAssembly;
  return validate(bytes) ? (new Instance(new Module(bytes), { env: { memory } }).exports.run as Run) : undefined;
}
