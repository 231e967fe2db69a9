import { defaultMethods } from '../../src/config/resolve.ts';
import { methods as all } from '../../src/methods/index.ts';
import type { CamMethod, Evidence } from '../../src/methods/method.ts';
import { inChild } from './child.ts';
import type { Row } from './row.ts';
import { median, type Timing, timed } from './stopwatch.ts';
import { loadSubject, type Subject } from './subject.ts';
import type { Bench, Task } from './task.ts';

/** What more methods cost, the default three and all of them, when they share the evidence. */
export async function methods(bench: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  for (const engine of bench.engines) {
    for (const network of bench.networks) {
      const folder = await bench.network(network);
      rows.push(...(await inChild({ do: 'methods', engine, network, folder, quick: bench.quick })));
    }
  }
  return rows;
}

const one = all.filter(({ name }) => name === 'grad-cam');
const three = all.filter(({ name }) => defaultMethods.includes(name));

export async function measureMethods(task: Task): Promise<Row[]> {
  const subject = await loadSubject(task);
  const images = subject.images(subject.engine.batch);
  const rounds = task.quick || (task.engine === 'wasm' && task.network === 'vgg-16') ? 2 : 7;
  round(subject, images);
  const taken = Array.from({ length: rounds }, () => round(subject, images));
  const total = (set: number, clock: keyof Timing) =>
    median(taken.map(({ explained, sets }) => explained[clock] + sets[set]![clock]));
  const perImage = (set: number) => `${(total(set, 'wall') / images.length).toFixed(1)} ms`;
  return [three, all].map(({ length }, index) => ({
    benchmark: `${length} methods / 1 method, evidence included`,
    subject: `${task.engine}, ${task.network}`,
    measured: `${perImage(index + 1)} / ${perImage(0)} per image`,
    result: total(index + 1, 'wall') / total(0, 'wall'),
    cpu: total(index + 1, 'cpu') / total(0, 'cpu'),
    unit: 'x',
    target: { most: 1.1 },
  }));
}

/** One batch of evidence, and each set of methods on that same evidence. */
function round(subject: Subject, images: readonly Float32Array[]): { explained: Timing; sets: Timing[] } {
  let evidence: Evidence[] = [];
  const explained = timed(() => {
    evidence = subject.explain(images);
  });
  return { explained, sets: [one, three, all].map(set => timed(() => runAll(set, evidence))) };
}

function runAll(set: readonly CamMethod[], evidence: readonly Evidence[]): void {
  for (const each of evidence) for (const method of set) method.explain(each);
}
