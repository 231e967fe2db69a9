import type { Provenance } from './baselines/baseline.ts';
import type { ModelConfig } from './config/config.ts';
import type { Reason } from './reports/results.ts';

/** What a reader must know to weigh the numbers: ways in which the two sides were not made alike. */
export function differences(config: ModelConfig, baseline: Provenance, candidate: Provenance): Reason[] {
  const warn = (code: string, message: string): Reason => ({ level: 'warn', code, message });
  const found: Reason[] = config.notes.map(note => warn('preprocess-assumed', note));
  const say = (code: string, before: unknown, after: unknown, words: (before: string, after: string) => string) => {
    const [left, right] = [JSON.stringify(before), JSON.stringify(after)];
    if (left !== right) found.push(warn(code, words(left, right)));
  };
  const grid = ({ layer }: Provenance) => `${layer.width} x ${layer.height}`;
  const input = ({ input: { width, height, channels } }: Provenance) => `${width} x ${height} x ${channels}`;
  const recipe = ({ preprocess: { scale, mean, std, order } }: Provenance) => ({ scale, mean, std, order });
  say(
    'preprocess-differs',
    recipe(baseline),
    recipe(candidate),
    (a, b) => `Baseline and candidate were fed differently: ${a} against ${b}.`,
  );
  say(
    'fit-differs',
    baseline.fit,
    candidate.fit,
    (a, b) => `Pictures were fitted to the input differently: ${a} against ${b}.`,
  );
  say(
    'input-differs',
    input(baseline),
    input(candidate),
    (a, b) => `The models take different inputs: ${a} against ${b}.`,
  );
  say(
    'classes-differ',
    baseline.classes,
    candidate.classes,
    (a, b) => `The models have different numbers of classes: ${a} against ${b}.`,
  );
  say(
    'layer-differs',
    baseline.layer.name,
    candidate.layer.name,
    (a, b) => `Different layers are compared, because the candidate has no ${a}: ${a} against ${b}.`,
  );
  say(
    'grid-differs',
    grid(baseline),
    grid(candidate),
    (a, b) => `The maps have different grids (${a} against ${b}) and are compared on the coarser one.`,
  );
  if (baseline.model.digest === candidate.model.digest)
    found.push({
      level: 'pass',
      code: 'same-model',
      message: 'Baseline and candidate are the same model, file by file.',
    });
  return found;
}
