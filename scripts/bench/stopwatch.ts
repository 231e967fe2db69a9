/** What one run of a piece of work took, in milliseconds: by the clock, and of processor time in all threads. */
export interface Timing {
  readonly wall: number;
  readonly cpu: number;
}

export function timed(work: () => void): Timing {
  const cpu = process.cpuUsage();
  const start = performance.now();
  work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, cpu: (user + system) / 1000 };
}

/**
 * Runs several pieces of work by turns, so that whatever else the machine does hits all of them alike: once to warm up,
 * then `rounds` times, every other round backwards.
 * @returns per piece of work, its timings in the order of the rounds
 */
export function byTurns(works: readonly (() => void)[], rounds: number): Timing[][] {
  const timings: Timing[][] = works.map(() => []);
  for (const work of works) work();
  for (let round = 0; round < rounds; round++) {
    const order = [...works.keys()];
    for (const index of round % 2 === 0 ? order : order.reverse()) timings[index]!.push(timed(works[index]!));
  }
  return timings;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

/** The shortest of several runs of the same work, by the clock: whatever else the machine does only ever adds. */
export function quickest(timings: readonly Timing[]): Timing {
  return timings.toSorted((a, b) => a.wall - b.wall)[0]!;
}

/** Median over the rounds of `a / b`. */
export function ratio(a: readonly Timing[], b: readonly Timing[], clock: keyof Timing): number {
  return median(a.map((timing, round) => timing[clock] / b[round]![clock]));
}

export const medianWall = (timings: readonly Timing[]): number => median(timings.map(({ wall }) => wall));
