import {
  add,
  addFour,
  advanced,
  type Code,
  get,
  isGreater,
  isLeft,
  isZero,
  type Kind,
  load,
  loaded,
  loadFour,
  loadSpread,
  type Memory,
  moduleOf,
  multiply,
  multiplyAdd,
  number,
  repeat,
  select,
  set,
  storeFour,
  subtract,
  tee,
  when,
  zeros,
} from './_wasm-code.ts';

/** Rows that are computed together: with eight columns their sums fill the registers that there are. */
export const together = 6;
/** Columns of a panel. */
export const wide = 8;
/** Products that are added up one after another, before their sum is added to that of those before them. */
export const inARow = 128;
/** Bytes of the sums of six rows. */
export const totalBytes = 4 * together * wide;

/**
 * Makes a panel of eight columns of a product of matrices, six rows at a time, so that each number that is loaded is used six or
 * eight times and every sum stays in a register. The rows lie in pieces, as those of a convolution do: a piece for each of its cells.
 * Long sums are made of shorter ones: a float32 that thousands are added to loses of each what it has no bits for.
 *
 * @param pieces addresses: for each six rows, for each piece, six of them; rows that are too many repeat the last one
 * @param rows how many there are, at least one
 * @param count pieces of a row
 * @param length float32 of a piece, at least one
 * @param panel eight numbers to begin with, then eight factors for each number of a row
 * @param out of the first row
 * @param stride bytes from one row's result to the next one's
 * @param totals room for the sums of six rows between one block of products and the next; 0 where there are fewer than `inARow`
 */
export type PanelProgram = (
  pieces: number, rows: number, count: number, length: number, panel: number, out: number, stride: number, totals: number,
) => void; // biome-ignore format: positional, as WebAssembly has it

/** The program over a memory; nothing where this Node has no relaxed vector instructions, as before version 22. */
export const panelProgram = (memory: Memory): PanelProgram | undefined => loaded<PanelProgram>(program(), memory);

const [pieces, rows, count, length, panel, out, stride, totals] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const parameters = 8;
const numbers = ['factors', 'piecesLeft', 'left', 'room', 'now', 'to'] as const;
const [factors, piecesLeft, left, room, now, to] = series(parameters, numbers.length) as [number, number, number, number, number, number]; // biome-ignore format: one line
const sources = series(parameters + numbers.length, together);
const sums = series(sources.at(-1)! + 1, 2 * together);
const [lower, upper, spread] = series(sums.at(-1)! + 1, 3) as [number, number, number];

function series(from: number, length: number): number[] {
  return Array.from({ length }, (_, at) => from + at);
}

function program(): Uint8Array<ArrayBuffer> {
  const kinds: Kind[] = [...numbers, ...sources].map(() => 'i32');
  const vectors: Kind[] = [...sums, lower, upper, spread].map(() => 'v128');
  return moduleOf(
    parameters,
    [...kinds, ...vectors],
    repeat([...sixRows(), ...advanced(rows, -together), ...isLeft(rows)]),
  );
}

function sixRows(): Code {
  return [
    ...[...get(panel), ...set(factors)],
    ...sums.flatMap((sum, at) => [...get(factors), ...loadFour(16 * (at % 2)), ...set(sum)]),
    ...[...get(totals), ...when(sums.flatMap((_, at) => [...get(totals), ...zeros, ...storeFour(16 * at)]))],
    ...advanced(factors, 4 * wide),
    ...[...get(count), ...set(piecesLeft)],
    ...[...number(inARow), ...set(room)],
    ...repeat([...onePiece(), ...get(piecesLeft), ...number(1), ...subtract, ...tee(piecesLeft)]),
    ...[...get(totals), ...when(sums.flatMap((sum, at) => [...withTotal(sum, at), ...set(sum)]))],
    ...stored(),
  ];
}

/** As much of it at a time as there is room for in the block. */
function onePiece(): Code {
  return [
    ...sources.flatMap((source, row) => [...get(pieces), ...load(4 * row), ...set(source)]),
    ...advanced(pieces, 4 * together),
    ...[...get(length), ...set(left)],
    ...repeat([
      ...[...get(left), ...get(room), ...get(room), ...get(left), ...isGreater, ...select, ...set(now)],
      ...[left, room].flatMap(each => [...get(each), ...get(now), ...subtract, ...set(each)]),
      ...someNumbers(),
      ...[...get(room), ...isZero, ...when(blockEnds())],
      ...isLeft(left),
    ]),
  ];
}

/** Four numbers of each row at a time, and the last ones one by one. */
function someNumbers(): Code {
  const steps = [0, 1, 2, 3].flatMap(oneNumber);
  return [
    ...[...isLeft(now, 4), ...when(repeat([...steps, ...passed(4), ...isLeft(now, 4)]))],
    ...[...isLeft(now), ...when(repeat([...oneNumber(0), ...passed(1), ...isLeft(now)]))],
  ];
}

function blockEnds(): Code {
  return [
    ...sums.flatMap((sum, at) => [...get(totals), ...withTotal(sum, at), ...storeFour(16 * at), ...zeros, ...set(sum)]),
    ...[...number(inARow), ...set(room)],
  ];
}

const withTotal = (sum: number, at: number): Code => [...get(sum), ...get(totals), ...loadFour(16 * at), ...addFour];

/** The `at`-th number from here: of each row once, times eight factors. */
function oneNumber(at: number): Code {
  const factor = (half: number, local: number) => [
    ...get(factors),
    ...loadFour(4 * wide * at + 16 * half),
    ...set(local),
  ];
  const summed = (sum: number, half: number) => [
    ...get(spread),
    ...get(half),
    ...get(sum),
    ...multiplyAdd,
    ...set(sum),
  ];
  return [
    ...factor(0, lower),
    ...factor(1, upper),
    ...sources.flatMap((source, row) => [
      ...[...get(source), ...loadSpread(4 * at), ...set(spread)],
      ...summed(sums[2 * row]!, lower),
      ...summed(sums[2 * row + 1]!, upper),
    ]),
  ];
}

const passed = (numbers: number): Code =>
  [factors, ...sources, now].flatMap((local, at) =>
    advanced(local, at === 0 ? 4 * wide * numbers : local === now ? -numbers : 4 * numbers),
  );

/** Rows that are too many are the last one again, and are written where it was. */
function stored(): Code {
  const next = (row: number) => [
    ...[...get(to), ...get(stride), ...add],
    ...[...get(to), ...get(rows), ...number(row), ...isGreater, ...select, ...set(to)],
  ];
  return [
    ...[...get(out), ...set(to)],
    ...sums.flatMap((sum, at) => [
      ...(at % 2 === 0 && at > 0 ? next(at / 2) : []),
      ...[...get(to), ...get(sum), ...storeFour(16 * (at % 2))],
    ]),
    ...[...get(out), ...get(stride), ...number(together), ...multiply, ...add, ...set(out)],
  ];
}
