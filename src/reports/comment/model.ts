import type { ModelResult } from '../../results/model.ts';
import { precisionWords } from '../_interval-words.ts';
import { faithfulnessWords, pinnedWords, sliceWords } from '../_model-lines.ts';
import { regionLines } from '../_region-words.ts';
import { byDrift } from '../words.ts';
import { asides, figures } from './asides.ts';
import { setsLimits } from './limits.ts';
import { blocks, count, details, list, text } from './markup.ts';
import { editToldOf } from './plain.ts';
import { editFigures, probeTable } from './probes.ts';
import type { Scene } from './scene.ts';
import { movedTable } from './tables.ts';
import { facts, grounds, why } from './verdict.ts';
import { arrow, icons, isNew, standsOut, status } from './words.ts';

/** All about one model: numbers, the worst picture, the table, the other pictures, and the rest behind clicks. */
export function section(scene: Scene, model: ModelResult): string {
  return model.verdict === 'pass' ? passedSection(scene, model) : troubledSection(scene, model);
}

function troubledSection(scene: Scene, model: ModelResult): string {
  const [first, ...further] = inlineFigures(scene, model);
  const told = editToldOf(model);
  const edits = editFigures(scene, model, told?.name);
  const figures = told ? [...edits, first, ...further] : [first, ...edits, ...further];
  const [clearest, ...others] = figures.filter(figure => figure !== undefined);
  const rows = movedTable(model, byDrift(model).filter(standsOut), scene.plan.rows);
  const compared = model.predictions !== undefined && model.predictions.compared > 0;
  return blocks(
    title(scene, model),
    clearest,
    details(
      others.length > 0 ? `Numbers, and ${count(others.length, 'more picture')}` : 'Numbers',
      scene.plan.asides === 'listed' ? grounds(model) : '',
      compared ? facts(model) : '',
      sentence(precisionWords(model)),
      regionList(scene, model),
      beside(model),
      probeTable(scene, model),
      ...rows,
      ...others,
    ),
    ...asides(scene, model),
  );
}

const probes = (scene: Scene, model: ModelResult): string =>
  details(count(model.probes?.length ?? 0, 'probe'), probeTable(scene, model));

/** What moved in a model that passed all the same waits behind a click, unless it passed by limits that the change sets. */
function passedSection(scene: Scene, model: ModelResult): string {
  const isInSight = setsLimits(scene.request.results.change);
  const moved = byDrift(model).filter(standsOut);
  return blocks(
    title(scene, model),
    regionList(scene, model),
    beside(model),
    ...(isInSight ? inlineFigures(scene, model) : []),
    details(
      `⚠️ ${count(moved.length, 'fixture')} to look at, in a model that passed`,
      moved.length > 0 ? sentence(precisionWords(model)) : '',
      ...(isInSight ? [] : inlineFigures(scene, model)),
      ...movedTable(model, moved, scene.plan.rows),
    ),
    probes(scene, model),
    ...asides(scene, model),
  );
}

/** Where heat lies, a line per region. */
function regionList({ plan }: Scene, model: ModelResult): string {
  const lines = regionLines(model, arrow).map(line => text(line, 300));
  return plan.asides === 'listed' ? list(lines, 8) : '';
}

/** The worst groups, the drift from the golden release, and how faithful maps are: a line. */
function beside(model: ModelResult): string {
  const plain = (foreign: string) => text(foreign, 200);
  const words = [sliceWords(model, text), pinnedWords(model, text), faithfulnessWords(model, plain)].filter(Boolean);
  return sentence(words.join('; '));
}

const sentence = (words: string): string => (words === '' ? '' : `${words[0]!.toUpperCase()}${words.slice(1)}.`);

/** A model that is alone has its name and reasons at the top of the comment. */
function title({ models }: Scene, model: ModelResult): string {
  if (models.length === 1) return '';
  const unjudged = isNew(model) ? ', not judged' : '';
  return blocks(`#### ${badge(model)}${unjudged}`, why(model));
}

const badge = (model: ModelResult): string => `${icons[status(model)]} ${text(model.name)}: ${status(model)}`;

const inlineFigures = (scene: Scene, model: ModelResult): string[] => figures(scene, scene.pictures.inline, model);
