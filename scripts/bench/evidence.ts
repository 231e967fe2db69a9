import { inChild } from './child.ts';
import type { NetworkName } from './networks.ts';
import { type Row, ratios } from './row.ts';
import { byTurns, medianWall } from './stopwatch.ts';
import { loadSubject } from './subject.ts';
import type { Bench, Task } from './task.ts';

const mostAllowed: Readonly<Record<NetworkName, number>> = { 'vgg-16': 1.25, 'resnet-50': 1.15, 'mobilenet-v2': 1.2 };

/** What evidence costs beside a plain forward pass of the same network and batch. */
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
  const works = [() => subject.explain(images), () => subject.predict(images)];
  const [explained, plain] = byTurns(works, rounds(task));
  const perImage = (timings: typeof explained) => `${(medianWall(timings!) / batch).toFixed(0)} ms`;
  return [
    {
      benchmark: 'evidence / plain forward',
      subject: `${task.engine}, ${task.network}, batch ${batch}`,
      measured: `${perImage(explained)} / ${perImage(plain)} per image`,
      ...ratios(explained!, plain!),
      target: { most: mostAllowed[task.network] },
    },
  ];
}

/** VGG-16 on WebAssembly takes a second per image. */
function rounds({ engine, network, quick }: Task): number {
  if (quick) return 3;
  return engine === 'wasm' && network === 'vgg-16' ? 5 : 11;
}
