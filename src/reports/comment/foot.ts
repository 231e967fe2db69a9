import { metrics } from '../../metrics/index.ts';
import type { ModelResult } from '../../results/model.ts';
import { regionMeanings } from '../_region-words.ts';
import { calibrationWords, lineageWords, probeMeanings } from '../words.ts';
import { explained } from './glossary.ts';
import { details, link, names, text } from './markup.ts';
import type { Scene } from './scene.ts';

/** What every number means, a sentence each. */
export function legend({ models, pictures }: Scene): string {
  const regions = models.some(model => model.regions) ? Object.entries(regionMeanings) : [];
  const probes = models.some(model => model.probes) ? probeMeanings : [];
  const entries = [...driftEntries(models), ...probes, ...regions, ...pictureEntries(models, pictures)];
  const lines = entries.map(([title, meaning]) => `- **${title}**: ${meaning}`);
  return details('How to read this', lines.length === 0 ? '' : [...lines, `- ${explained('All words')}`].join('\n'));
}

type Entry = readonly [title: string, meaning: string];

function driftEntries(models: Scene['models']): Entry[] {
  if (!models.some(isCompared)) return [];
  const judged = models.flatMap(model => Object.keys(model.judged?.thresholds ?? {}));
  const used = metrics.filter(({ name }) => ['attention-shift', 'overlap', ...judged].includes(name));
  return [
    ...used.map(({ title, meaning }): Entry => [title, meaning]),
    ['Limit', 'The mean over all fixtures is judged by it; single images move even between two honest trainings.'],
    ...(models.some(({ judged: policy }) => policy?.calibration) ? [calibrationEntry] : []),
    ['Towards', 'Where the centre of the heat went.'],
    ['Prediction', 'The class with the highest probability; an arrow means that it was another one before.'],
    ['Heat', 'What speaks for the explained class, which is the same on both sides.'],
  ];
}

const calibrationEntry: Entry = [
  'p',
  'The share of accepted models of the same lineage, with this one among them, that drift as far. Enough of them judge in place of the limits, which then are only the scale.',
];

const editPicture: Entry = [
  'Picture of an edit',
  'The picture and the heat of the new model, without the edit and with it; where the edit changes the answer, the heat is that of each answer.',
];

const isCompared = ({ drift }: Scene['models'][number]): boolean => drift !== undefined;

function pictureEntries(models: Scene['models'], { inline, folded, edits }: Scene['pictures']): Entry[] {
  const ofProbes: Entry[] = edits.size > 0 ? [editPicture] : [];
  if (inline.size + folded.size === 0 || !models.some(model => model.regions ?? isCompared(model))) return ofProbes;
  const tiles = models.some(isCompared)
    ? 'What the model saw, the heat before, the heat now, and the change (gained orange, lost blue). Each heat has its own colours: its bar tells how many times the average of the picture its hottest place has; '
    : 'What the model saw, and the heat; ';
  return [['Picture', `${tiles}a thin green or pink line surrounds a region.`], ...ofProbes];
}

/** Where the numbers come from. */
export function footer({ request: { results, links }, models }: Scene): string {
  const { change, tool, engine } = results;
  const commit = (sha: string) => link(`\`${sha.slice(0, 7)}\``, `${links.repository}/commit/${sha}`);
  const parts = [
    change && `head ${commit(change.head)}`,
    change && `base ${commit(change.base)} of ${text(change.baseRef)}`,
    distinct(
      'baseline',
      models.map(({ baseline }) => baseline?.source),
    ),
    judgedBy(models),
    distinct(explained('lineage'), models.map(lineageWords)),
    distinct('layer', models.map(layerWords)),
    distinct(
      'method',
      models.map(({ judged }) => judged?.method),
    ),
    `engine ${text(engine.version, 60)}`,
    text(tool, 40),
    links.run && link('run', links.run),
  ];
  return `<sub>${parts.filter(Boolean).join(' · ')}</sub>`;
}

/** In full: it is a promise, and half a promise is another one. */
function judgedBy(models: readonly ModelResult[]): string | undefined {
  const [first, ...others] = new Set(models.flatMap(model => calibrationWords(model) ?? []));
  if (first === undefined) return undefined;
  const words = text(first, 250).replace(/^(uncalibrated|calibration)\b/, explained);
  return `judged by ${words}${others.length > 0 ? ` and ${others.length} more` : ''}`;
}

function layerWords({ candidate }: ModelResult): string | undefined {
  return candidate && `${candidate.layer.name} (${candidate.layer.width} x ${candidate.layer.height})`;
}

function distinct(noun: string, found: readonly (string | undefined)[]): string | undefined {
  const different = [...new Set(found.filter(each => each !== undefined))];
  return different.length > 0 ? `${noun} ${names(different, 3)}` : undefined;
}
