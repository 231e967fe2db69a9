import { inChild } from './child.ts';
import { classes, type NetworkName } from './networks.ts';
import { type Row, ratios } from './row.ts';
import { byTurns, medianWall, type Timing } from './stopwatch.ts';
import { loadSubject } from './subject.ts';
import type { Bench, Task } from './task.ts';

const mostAllowed: Readonly<Record<NetworkName, number>> = { 'vgg-16': 1.25, 'resnet-50': 1.15, 'mobilenet-v2': 1.15 };

/**
 * What evidence costs beside a plain forward pass of the same network and batch: where each image's class was explained before, and where
 * each has one that is new, of which the gradient is not known.
 */
export async function evidence(bench: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  for (const engine of bench.engines) {
    for (const network of bench.networks) {
      const folder = await bench.network(network);
      rows.push(...(await inChild({ do: 'evidence', engine, network, folder, quick: bench.quick })));
    }
  }
  return rows;
}

export async function measureEvidence(task: Task): Promise<Row[]> {
  const subject = await loadSubject(task);
  const { batch } = subject.engine;
  const images = subject.images(batch);
  let next = 0;
  const known = images.map(() => next++);
  const works = [
    () => subject.explain(images, known),
    () => subject.explain(images, images.map(() => next++)), // biome-ignore format: three works
    () => subject.predict(images),
  ];
  const [before, fresh, plain] = byTurns(works, rounds(task)) as [Timing[], Timing[], Timing[]];
  if (next > classes) throw new RangeError(`the network has ${classes} classes, and ${next} were asked for`);
  const perImage = (timings: Timing[]) => `${(medianWall(timings) / batch).toFixed(0)} ms`;
  return Object.entries({ 'explained before': before, new: fresh }).map(([which, explained]) => ({
    benchmark: `evidence / plain forward, classes ${which}`,
    subject: `${task.engine}, ${task.network}, batch ${batch}`,
    measured: `${perImage(explained)} / ${perImage(plain)} per image`,
    ...ratios(explained, plain),
    target: { most: mostAllowed[task.network] },
  }));
}

/** VGG-16 on WebAssembly takes a second per image. */
function rounds({ engine, network, quick }: Task): number {
  if (quick) return 3;
  return engine === 'wasm' && network === 'vgg-16' ? 5 : 11;
}
