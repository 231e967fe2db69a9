import { percentile } from '../../src/core/statistics.ts';
import { metrics } from '../../src/metrics/index.ts';
import type { ModelResult } from '../../src/results/results.ts';

/** A number of one audited model that may tell a regression: larger is worse. */
export interface Signal {
  readonly what: string;
  /** `mean`, `p90`, `max`, ... over the fixtures. */
  readonly over: string;
  readonly method: string;
  of(model: ModelResult): number | undefined;
}

const aggregations = {
  mean: (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length,
  median: (values: readonly number[]) => percentile(values, 50),
  p90: (values: readonly number[]) => percentile(values, 90),
  max: (values: readonly number[]) => Math.max(...values),
};

function overFixtures(what: string, method: string, valuesOf: (model: ModelResult) => readonly number[]): Signal[] {
  return Object.entries(aggregations).map(([over, aggregate]) => ({
    what,
    over,
    method,
    of: model => {
      const values = valuesOf(model);
      return values.length > 0 ? aggregate(values) : undefined;
    },
  }));
}

export const driftSignals = (methods: readonly string[]): Signal[] =>
  methods.flatMap(method =>
    metrics.flatMap(({ name }) =>
      overFixtures(name, method, ({ fixtures }) =>
        fixtures.flatMap(({ maps }) => {
          const map = maps?.[method];
          return map && 'drift' in map ? [map.drift[name]!] : [];
        }),
      ),
    ),
  );

export const answerSignals: readonly Signal[] = [
  ...overFixtures('divergence of the answers', '-', ({ fixtures }) =>
    fixtures.flatMap(({ divergence }) => divergence ?? []),
  ),
  { what: 'flipped predictions', over: 'count', method: '-', of: ({ predictions }) => predictions?.flipped },
  {
    what: 'accuracy lost on the fixtures',
    over: 'share',
    method: '-',
    of: ({ predictions }) => predictions?.accuracy && predictions.accuracy.baseline - predictions.accuracy.candidate,
  },
];

export const scoreSignal: Signal = {
  what: 'score (largest drift / limit)',
  over: 'mean',
  method: '-',
  of: ({ score }) => score?.value,
};

export const probeSignals = (names: readonly string[]): Signal[] =>
  names.flatMap(name => [
    {
      what: `probe \`${name}\``,
      over: 'mean',
      method: '-',
      of: ({ probes }: ModelResult) => probes?.find(probe => probe.name === name)?.added,
    },
    {
      what: `probe \`${name}\``,
      over: 'max',
      method: '-',
      of: ({ fixtures }: ModelResult) => {
        const added = fixtures.flatMap(({ probes }) => {
          const found = probes?.[name];
          return found && 'candidate' in found && found.baseline ? [found.candidate.moved - found.baseline.moved] : [];
        });
        return added.length > 0 ? Math.max(...added) : undefined;
      },
    },
  ]);
