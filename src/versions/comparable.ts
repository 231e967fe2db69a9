import type { Baseline } from '../baselines/baseline.ts';
import type { ModelConfig } from '../config/config.ts';
import { CamdriftError } from '../errors.ts';
import type { Side } from './sides.ts';

/** A layer that was named means that layer; only `auto` may compare across architectures. */
export function requireSameGrid(
  config: Pick<ModelConfig, 'layer'>,
  { layer: stored }: Baseline,
  { layer }: Side,
): void {
  if (config.layer === 'auto' || (stored.width === layer.width && stored.height === layer.height)) return;
  throw new CamdriftError(
    'baseline-unavailable',
    `The baseline's maps of layer \`${stored.name}\` have ${stored.width} x ${stored.height} cells, and the candidate's have ${layer.width} x ${layer.height}.`,
    { remedy: 'Set `layer: auto` to compare across architectures on the coarser grid, or run `camdrift baseline`.' },
  );
}

/** Answers of different kinds have nothing to be compared by. */
export function requireSameTask(config: Pick<ModelConfig, 'name'>, baseline: Baseline, candidate: Side): void {
  const [before, after] = [baseline, candidate].map(({ task }) => task ?? 'single-label');
  if (before === after) return;
  throw new CamdriftError(
    'baseline-unavailable',
    `The answers of the baseline are read as \`${before}\`, and those of ${config.name} as \`${after}\`.`,
    {
      remedy:
        'Say what the answers are: `task: single-label`, `multi-label` or `regression`; then make the baseline again.',
    },
  );
}
