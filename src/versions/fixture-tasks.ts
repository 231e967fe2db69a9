import type { Baseline } from '../baselines/baseline.ts';
import type { Fixture, ModelConfig } from '../config/config.ts';
import type { Heatmap } from '../core/heatmap.ts';
import { CamdriftError } from '../errors.ts';
import type { TasksFor } from '../explainer/explainer.ts';
import type { FixtureTask } from '../maps/explain.ts';
import type { ModelFacts } from '../maps/maps.ts';
import type { Refusal } from '../methods/method.ts';
import { fixtureOf, itemName } from './items.ts';

/** What the classes to explain depend on beside the fixtures: the other side, where there is one. */
export interface OtherSide {
  /** The class to explain when the fixture has no label: the one that the other side explains. */
  readonly classOf?: ((fixture: Fixture) => number | undefined) | undefined;
  /** What its maps show of the regions is seen under the same shapes, whenever it was made. */
  readonly earlier?: Baseline | undefined;
}

/** One task per fixture, of a model that is known by then. @throws CamdriftError `labels-mismatch` */
export function fixtureTasks(config: ModelConfig, { classOf, earlier }: OtherSide): TasksFor {
  return facts => {
    const names = classNames(config, facts);
    const before = facts.task.kind === 'multi-label' ? labelsSeen(earlier) : undefined;
    const other = (fixture: Fixture) => {
      const index = classOf?.(fixture);
      return index !== undefined && index < facts.classes ? index : undefined;
    };
    return config.fixtures.map(fixture => ({
      path: fixture.path,
      regions: fixture.regions,
      ...(facts.task.kind === 'multi-label'
        ? { class: 'predicted' as const, labels: labelsOf(fixture, names, before!, earlier, config, facts) }
        : {
            class: facts.task.kind === 'regression' ? 0 : (other(fixture) ?? classIndex(fixture, names)),
            earlier: earlier && earlierMap(fixture, earlier, config, facts),
          }),
    }));
  };
}

/** Which labels the other side explained, by fixture. */
function labelsSeen(earlier: Baseline | undefined): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [name, { classIndex }] of earlier?.seen ?? []) {
    const of = fixtureOf(name);
    found.set(of, [...(found.get(of) ?? []), classIndex]);
  }
  return found;
}

/** Labels that are explained whatever the model answers: the true ones, and those that the other side explained. */
function labelsOf(
  fixture: Fixture,
  names: readonly string[],
  before: ReadonlyMap<string, readonly number[]>,
  earlier: Baseline | undefined,
  config: Pick<ModelConfig, 'fit' | 'pixels' | 'methods'>,
  facts: ModelFacts,
): NonNullable<FixtureTask['labels']> {
  const { label, labels = label === undefined ? [] : [label] } = fixture;
  const asked = new Set(labels.map(each => classIndex({ ...fixture, label: each }, names)));
  for (const index of before.get(fixture.name) ?? []) if (index < facts.classes) asked.add(index);
  return [...asked].flatMap(index =>
    index === 'predicted'
      ? []
      : [
          {
            index,
            earlier: earlier && earlierMap({ ...fixture, name: itemName(fixture.name, index) }, earlier, config, facts),
          },
        ],
  );
}

/** The other side's judged map, where both sides show the same part of the picture. */
function earlierMap(
  { name }: Fixture,
  earlier: Baseline,
  { fit, pixels, methods }: Pick<ModelConfig, 'fit' | 'pixels' | 'methods'>,
  { input }: ModelFacts,
): Heatmap | Refusal | undefined {
  const cut = pixels.resizeTo !== undefined || pixels.crop !== undefined;
  const isSquashed = fit === 'fill' && !cut;
  const alike = isSquashed || earlier.input.width * input.height === earlier.input.height * input.width;
  const isFramed =
    earlier.fit === fit && earlier.pixels?.resizeTo === pixels.resizeTo && earlier.pixels?.crop === pixels.crop;
  return isFramed && alike ? earlier.seen.get(name)?.maps[methods[0]!] : undefined;
}

/** The labels, after checking that there is one per class; without any, those that the model carries. */
function classNames(
  { labels, name }: Pick<ModelConfig, 'labels' | 'name'>,
  { classes, task, labels: carried }: ModelFacts,
): readonly string[] {
  if (task.kind === 'regression') return [];
  if (labels === undefined || labels.length === classes) return labels ?? carried ?? [];
  const message = `Model ${name} has ${classes} classes and ${labels.length} labels.`;
  if (classes < 2 * labels.length) throw new CamdriftError('labels-mismatch', message);
  throw new CamdriftError('labels-mismatch', message, { remedy: farMore });
}

const farMore =
  'Give one label per class. So many more numbers than labels may be features, an embedding or boxes: then the output is not the class scores; name that with `output`.';

function classIndex({ name, label }: Fixture, names: readonly string[]): number | 'predicted' {
  if (label === undefined) return 'predicted';
  const index = names.indexOf(label);
  if (index >= 0) return index;
  throw new CamdriftError(
    'labels-mismatch',
    `The true class of ${name} is \`${label}\`, which is not among the labels${names.length > 0 ? ` (${names.slice(0, 8).join(', ')}${names.length > 8 ? ', ...' : ''})` : ': none are given, and the model carries none'}.`,
    {
      remedy: 'Give `labels` with the names that the data set uses, or leave `truth` out.',
    },
  );
}
