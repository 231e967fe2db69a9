import type { Explainer } from '../explainer/explainer.ts';
import type { ModelFacts } from '../maps/maps.ts';
import type { ReasonOf } from '../results/reason.ts';

export interface RanBy {
  readonly engine: { readonly name: string; readonly version: string };
  /** Why it is another one than the one that was asked. */
  readonly fallback?: ReasonOf<'engine-fallback'>;
}

/** The engine that ran a model. */
export function ranBy(
  { name, version }: Pick<Explainer, 'name' | 'version'>,
  { fallback }: Pick<ModelFacts, 'fallback'>,
): RanBy {
  if (!fallback) return { engine: { name, version } };
  const { why, ...engine } = fallback;
  const facts = { asked: name, ran: engine.name, why, side: 'candidate' } as const;
  return { engine, fallback: { level: 'pass', code: 'engine-fallback', ...facts } };
}
