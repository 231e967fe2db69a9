import { inChild } from './child.ts';
import { type Row, ratios } from './row.ts';
import { byTurns, medianWall, type Timing } from './stopwatch.ts';
import { loadSubject } from './subject.ts';
import type { Bench, Task } from './task.ts';

/** What one image costs in a full batch of the native engine, beside a batch of its own. */
export async function batch({ engines, quick, network }: Bench): Promise<Row[]> {
  if (!engines.includes('native')) return [];
  const folder = await network('mobilenet-v2');
  return inChild({ do: 'batch', engine: 'native', network: 'mobilenet-v2', folder, quick });
}

/** Between one and the engine's own number: about what a limit on memory leaves of it at this input size. */
const middle = 6;

/**
 * Both ways of asking, because `explain` fills a batch of one up to two (`Engine.smallestBatch`): a part of what it
 * gains from batches is only that.
 */
export async function measureBatch(task: Task): Promise<Row[]> {
  const subject = await loadSubject(task);
  const sizes = [1, middle, subject.engine.batch];
  const batches = sizes.map(size => subject.images(size));
  const rounds = task.quick ? 5 : 15;
  const works = [subject.explain, subject.predict].flatMap(ask => batches.map(images => () => ask(images)));
  const timings = byTurns(works, rounds).map((each, index) => perImage(each, sizes[index % sizes.length]!));
  const rows = (way: string, offset: number) =>
    sizes.slice(1).map((size, index) => row(task, way, size, timings[offset + index + 1]!, timings[offset]!));
  return [...rows('explain', 0), ...rows('predict', sizes.length)];
}

function perImage(timings: readonly Timing[], size: number): Timing[] {
  return timings.map(({ wall, cpu }) => ({ wall: wall / size, cpu: cpu / size }));
}

function row(task: Task, way: string, size: number, many: readonly Timing[], single: readonly Timing[]): Row {
  const row: Row = {
    benchmark: `${way}, batch ${size} / batch 1, per image`,
    subject: `${task.engine}, ${task.network}`,
    measured: `${medianWall(many).toFixed(1)} ms / ${medianWall(single).toFixed(1)} ms per image`,
    ...ratios(many, single),
  };
  return way === 'explain' ? { ...row, target: { most: 0.75 } } : row;
}
