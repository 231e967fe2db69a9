import type { Provenance } from '../baselines/baseline.ts';
import type { ModelConfig } from '../config/config.ts';
import type { Reason } from '../results/reason.ts';

/** A way in which two sides may have been made differently: what is looked at. */
interface Aspect {
  readonly code:
    | `${'preprocess' | 'fit' | 'pixels' | 'output' | 'input' | 'layer' | 'grid'}-differs`
    | 'classes-differ';
  of(side: Provenance): unknown;
}

const aspects: readonly Aspect[] = [
  {
    code: 'preprocess-differs',
    of: ({ preprocess: { scale, mean, std, order } }) => ({ scale, mean, std, order }),
  },
  {
    code: 'fit-differs',
    of: ({ fit }) => fit,
  },
  {
    code: 'pixels-differs',
    of: ({ pixels = {} }) => Object.fromEntries(Object.entries(pixels).sort(([a], [b]) => (a < b ? -1 : 1))),
  },
  {
    code: 'output-differs',
    of: ({ output = 'the only one', signature }) => (signature === undefined ? output : `${output} of ${signature}`),
  },
  {
    code: 'input-differs',
    of: ({ input: { width, height, channels } }) => `${height} x ${width} x ${channels}`,
  },
  {
    code: 'classes-differ',
    of: ({ classes }) => classes,
  },
  {
    code: 'layer-differs',
    of: ({ layer }) => layer.name,
  },
  {
    code: 'grid-differs',
    of: ({ layer }) => `${layer.width} x ${layer.height}`,
  },
];

/** What a reader must know to weigh the numbers: ways in which the two sides were not made alike. */
export function differences(config: Pick<ModelConfig, 'notes'>, baseline: Provenance, candidate: Provenance): Reason[] {
  const assumed = config.notes.map((note): Reason => ({ level: 'warn', code: 'preprocess-assumed', note }));
  const differing = aspects.flatMap(({ code, of }): Reason[] => {
    const made = { baseline: JSON.stringify(of(baseline)), candidate: JSON.stringify(of(candidate)) };
    return made.baseline === made.candidate ? [] : [{ level: 'warn', code, ...made }];
  });
  return [...assumed, ...differing, ...sameModel(baseline, candidate)];
}

/** Whether both sides are one model, used in one way: then nothing that it is shown can have moved. */
export const isSameModel = (baseline: Provenance, candidate: Provenance): boolean =>
  baseline.model.digest === candidate.model.digest &&
  aspects.every(({ of }) => JSON.stringify(of(baseline)) === JSON.stringify(of(candidate)));

function sameModel(baseline: Provenance, candidate: Provenance): Reason[] {
  if (baseline.model.digest !== candidate.model.digest) return [];
  return [{ level: 'pass', code: 'same-model' }];
}
