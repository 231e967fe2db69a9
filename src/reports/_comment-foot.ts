import { metrics } from '../metrics/index.ts';
import { details, link, names, text } from './_comment-markup.ts';
import type { Scene } from './_comment-scene.ts';
import type { ModelResult } from './results.ts';
import { probeMeanings } from './words.ts';

/** What every number means, a sentence each. */
export function legend({ models, pictures }: Scene): string {
  const judged = models.flatMap(model => Object.keys(model.judged?.thresholds ?? {}));
  if (models.every(({ drift }) => drift === undefined)) return '';
  const used = metrics.filter(({ name }) => ['attention-shift', 'overlap', ...judged].includes(name));
  const entries = [
    ...used.map(({ title, meaning }) => `**${title}**: ${meaning}`),
    '**Limit**: The mean over all fixtures is judged by it; single images move even between two honest trainings.',
    '**Towards**: Where the centre of the heat went.',
    '**Prediction**: The class with the highest probability; an arrow means that it was another one before.',
    ...(models.some(({ probes = [] }) => probes.length > 0)
      ? probeMeanings.map(([term, meaning]) => `**${term}**: ${meaning}`)
      : []),
    '**Heat**: What speaks for the explained class, which is the same on both sides.',
    ...(pictures.inline.size + pictures.folded.size > 0
      ? [
          '**Picture**: What the model saw, the heat before, the heat now, and the change (gained orange, lost blue). Equal colour is an equal share of the heat; a thin frame is a labelled region.',
        ]
      : []),
    ...(pictures.probes.size > 0
      ? [
          '**Picture of a probe**: What the model saw and its heat, before the edit and after it; equal colour is an equal share of the heat.',
        ]
      : []),
  ];
  return details('How to read this', entries.map(entry => `- ${entry}`).join('\n'));
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
    distinct('layer', models.map(layerWords)),
    distinct(
      'method',
      models.map(({ judged }) => judged?.method),
    ),
    `engine ${text(engine.version, 40)}`,
    text(tool, 40),
    links.run && link('run', links.run),
  ];
  return `<sub>${parts.filter(Boolean).join(' · ')}</sub>`;
}

function layerWords({ candidate }: ModelResult): string | undefined {
  return candidate && `${candidate.layer.name} (${candidate.layer.width} x ${candidate.layer.height})`;
}

function distinct(noun: string, found: readonly (string | undefined)[]): string | undefined {
  const different = [...new Set(found.filter(each => each !== undefined))];
  return different.length > 0 ? `${noun} ${names(different, 3)}` : undefined;
}
