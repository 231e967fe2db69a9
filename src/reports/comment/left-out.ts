import type { ModelResult } from '../../results/model.ts';
import { count } from './markup.ts';
import { shownProbes } from './probes.ts';
import type { Scene } from './scene.ts';
import { isSteady, lesser, standsOut, uncompared } from './words.ts';

/** What the plan gave up for length, in the order in which it was given up. Empty when nothing. */
export function leftForLength(scene: Scene): string[] {
  const { plan, models, pictures, request } = scene;
  if (plan.models !== 'sections') return counts(models.length, plan.models);
  const steady = plan.steady === 'counted' ? total(models, model => model.fixtures.filter(isSteady)) : 0;
  const warnings = plan.asides === 'counted' ? total(models, lesser) : 0;
  const regions = plan.asides === 'counted' ? total(models, model => model.regions ?? []) : 0;
  const apart = plan.asides === 'counted' ? total(models, uncompared) : 0;
  const probes = total(models, model => (model.probes ?? []).slice(shownProbes(plan, model).length));
  const rows = models
    .map(({ fixtures }) => Math.max(0, fixtures.filter(standsOut).length - plan.rows))
    .reduce((sum, more) => sum + more, 0);
  const shown = pictures.edits.size + pictures.inline.size + pictures.folded.size;
  return [
    request.withoutPictures === undefined &&
      pictures.left > 0 &&
      (shown > 0 ? `${pictures.left} of ${pictures.left + shown} pictures` : 'all pictures'),
    steady > 0 && `the rows of ${count(steady, 'steady fixture')}`,
    warnings > 0 && `the words of ${count(warnings, 'warning')}`,
    regions > 0 && `the heat on ${count(regions, 'region')}`,
    apart > 0 && `the rows of ${count(apart, 'fixture')} without a comparison`,
    probes > 0 && `the rows of ${count(probes, 'probe')}`,
    rows > 0 && `the rows of ${count(rows, 'fixture')} that moved less`,
  ].filter(words => words !== false);
}

function counts(models: number, named: number): string[] {
  const all = 'fixtures, pictures and reasons';
  return [named >= models ? all : `${all}, and the names of ${count(models - named, 'model')}`];
}

const total = (models: readonly ModelResult[], of: (model: ModelResult) => readonly unknown[]): number =>
  models.reduce((sum, model) => sum + of(model).length, 0);

/** Pictures that exist and have no address, unless the reader is told already why there are none. */
export function unpublished({ plan, pictures, request }: Scene): string[] {
  if (request.withoutPictures !== undefined || pictures.unpublished === 0 || plan.models !== 'sections') return [];
  return [`${count(pictures.unpublished, 'picture')} not published`];
}
