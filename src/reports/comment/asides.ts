import type { FixtureResult } from '../../results/fixture.ts';
import type { ModelResult } from '../../results/model.ts';
import { byDrift } from '../words.ts';
import { withExplained } from './glossary.ts';
import type { Shown } from './linked.ts';
import { count, details, list, text } from './markup.ts';
import { isQuiet } from './order.ts';
import { figure } from './pictures.ts';
import type { Scene } from './scene.ts';
import { steadyTable, uncomparedTable } from './tables.ts';
import { footnotes, isAlone, isNew, isSteady, lesser, lesserNoun, notes, uncompared } from './words.ts';

/** What waits behind clicks below a model: its other pictures, what weighs less, and fixtures that stayed. */
export function asides(scene: Scene, model: ModelResult): string[] {
  const { plan, pictures } = scene;
  const folded = figures(scene, pictures.folded, model);
  const steady = byDrift(model).filter(isSteady);
  return [
    details(`${count(folded.length, 'picture')} ${whichPictures(model)}`, ...folded),
    ...(plan.asides === 'listed' ? listedAsides(model) : countedAsides(model)),
    plan.steady === 'listed' ? steadyTable(model, steady) : counted([[steady, 'steady fixture']]),
  ];
}

function whichPictures(model: ModelResult): string {
  if (isNew(model)) return 'shown, not judged';
  if (isQuiet(model)) return 'of where attention moved most';
  return isAlone(model) ? 'of fixtures' : 'of other fixtures';
}

function listedAsides(model: ModelResult): string[] {
  const reasons = lesser(model).map(reason => text(reason, 400));
  return [
    details(`⚠️ ${count(reasons.length, lesserNoun(model))}`, list(withExplained(reasons), 20)),
    ...notes(model).map(note => text(note, 400)),
    details(
      count(footnotes(model).length, 'note'),
      list(
        footnotes(model).map(note => text(note, 400)),
        20,
      ),
    ),
    uncomparedTable(uncompared(model)),
  ];
}

function countedAsides(model: ModelResult): string[] {
  return [
    counted([
      [lesser(model), lesserNoun(model)],
      [uncompared(model), 'fixture without a comparison'],
    ]),
  ];
}

function counted(groups: readonly [readonly unknown[], string][]): string {
  const words = groups.filter(([group]) => group.length > 0).map(([group, noun]) => count(group.length, noun));
  return words.length > 0 ? `Also ${words.join(' and ')}.` : '';
}

/** Those of a model, most moved first. */
export function figures({ request }: Scene, chosen: ReadonlyMap<FixtureResult, Shown>, model: ModelResult): string[] {
  return byDrift(model).flatMap(fixture => {
    const shown = chosen.get(fixture);
    return shown === undefined ? [] : [figure(model, fixture, shown, request.links.report)];
  });
}
