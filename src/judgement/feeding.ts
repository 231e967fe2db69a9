import type { Preprocess } from '../images/preprocess.ts';
import type { Takes } from '../models/model.ts';
import type { ReasonOf } from '../results/reason.ts';

/** Where the preprocessing makes other numbers than those that the model's own file shows it to be made for. */
export function feedingReasons(takes: Takes | undefined, recipe: Preprocess): ReasonOf<'preprocess-contradicts'>[] {
  const fed = fedRange(recipe);
  if (!takes || !contradicts(takes.kind, fed)) return [];
  return [{ level: 'warn', code: 'preprocess-contradicts', takes, fed }];
}

function contradicts(kind: Takes['kind'], [low, high]: readonly [number, number]): boolean {
  if (kind === 'bytes') return low !== 0 || high !== 255;
  return kind === 'rescaled' ? high - low <= 20 : low < -0.3 || high > 3;
}

/** What black and white become, over all channels. */
function fedRange({ scale, mean, std }: Preprocess): readonly [number, number] {
  const channels = Array.from({ length: Math.max(mean.length, std.length) }, (_, at) => at);
  const ends = channels.flatMap(at =>
    [0, 255].map(pixel => (pixel * scale - (mean[at] ?? mean[0]!)) / (std[at] ?? std[0]!)),
  );
  return [Math.min(...ends), Math.max(...ends)];
}
