import type { Provenance } from '../baselines/baseline.ts';
import type { ModelConfig } from '../config/config.ts';
import type { Reason } from '../results/results.ts';

/** A way in which two sides may have been made differently: what is looked at, and how a reader is told. */
interface Aspect {
  readonly code: string;
  of(side: Provenance): unknown;
  words(baseline: string, candidate: string): string;
}

const aspects: readonly Aspect[] = [
  {
    code: 'preprocess-differs',
    of: ({ preprocess: { scale, mean, std, order } }) => ({ scale, mean, std, order }),
    words: (a, b) => `Baseline and candidate were fed differently: ${a} against ${b}.`,
  },
  {
    code: 'fit-differs',
    of: ({ fit }) => fit,
    words: (a, b) => `Pictures were fitted to the input differently: ${a} against ${b}.`,
  },
  {
    code: 'input-differs',
    of: ({ input: { width, height, channels } }) => `${width} x ${height} x ${channels}`,
    words: (a, b) => `The models take different inputs: ${a} against ${b}.`,
  },
  {
    code: 'classes-differ',
    of: ({ classes }) => classes,
    words: (a, b) => `The models have different numbers of classes: ${a} against ${b}.`,
  },
  {
    code: 'layer-differs',
    of: ({ layer }) => layer.name,
    words: (a, b) => `Different layers are compared, because the candidate has no ${a}: ${a} against ${b}.`,
  },
  {
    code: 'grid-differs',
    of: ({ layer }) => `${layer.width} x ${layer.height}`,
    words: (a, b) => `The maps have different grids (${a} against ${b}) and are compared on the coarser one.`,
  },
];

/** What a reader must know to weigh the numbers: ways in which the two sides were not made alike. */
export function differences(config: Pick<ModelConfig, 'notes'>, baseline: Provenance, candidate: Provenance): Reason[] {
  const assumed = config.notes.map((message): Reason => ({ level: 'warn', code: 'preprocess-assumed', message }));
  const differing = aspects.flatMap(({ code, of, words }): Reason[] => {
    const [before, after] = [JSON.stringify(of(baseline)), JSON.stringify(of(candidate))];
    return before === after ? [] : [{ level: 'warn', code, message: words(before, after) }];
  });
  return [...assumed, ...differing, ...sameModel(baseline, candidate)];
}

/** Whether both sides are one model, used in one way: then nothing that it is shown can have moved. */
export const isSameModel = (baseline: Provenance, candidate: Provenance): boolean =>
  baseline.model.digest === candidate.model.digest &&
  aspects.every(({ of }) => JSON.stringify(of(baseline)) === JSON.stringify(of(candidate)));

function sameModel(baseline: Provenance, candidate: Provenance): Reason[] {
  if (baseline.model.digest !== candidate.model.digest) return [];
  const message = 'Baseline and candidate are the same model, file by file.';
  return [{ level: 'pass', code: 'same-model', message }];
}
