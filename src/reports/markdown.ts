import { metrics } from '../metrics/index.ts';
import type { FixtureResult } from '../results/fixture.ts';
import type { ModelResult } from '../results/model.ts';
import type { Results } from '../results/results.ts';
import { escapeMarkdown } from './_escape.ts';
import { intervalColumns, intervalRows, precisionWords } from './_interval-words.ts';
import { pinnedWords, sliceWords } from './_model-lines.ts';
import { columnRegions, regionHeat, regionLines, regionMeanings } from './_region-words.ts';
import { prose } from './marked.ts';
import { sentenceOf } from './reasons.ts';
import {
  byDrift,
  calibrationWords,
  changeWords,
  directionWords,
  judgedDrift,
  lineageWords,
  predictionWords,
  probeCells,
  probeColumns,
  probeMeanings,
  reading,
  titleOf,
  verdictWords,
} from './words.ts';

const arrow = ' → ';

/** The audit as a Markdown document: verdict first, then what moved, most first, then how to read it. */
export function markdown(results: Results): string {
  const parts = [
    `# ${verdictWords[results.verdict]}`,
    ...results.models.map(modelPart),
    legend(results),
    footer(results),
  ];
  return `${parts.join('\n\n')}\n`;
}

function modelPart(model: ModelResult): string {
  const reasons = model.reasons.map(reason => `- **${reason.level}**: ${escapeMarkdown(prose(sentenceOf(reason)))}`);
  const { accepted } = model;
  const word = accepted ? [`- **accepted** by ${escapeMarkdown(accepted.by)}: ${escapeMarkdown(accepted.why)}`] : [];
  const remedy = model.error ? [`- **to do**: ${escapeMarkdown(model.error.remedy)}`] : [];
  const { lineage } = model;
  const descent = lineage ? [`- **lineage**: ${lineageWords(model)}: ${escapeMarkdown(lineage.words)}`] : [];
  const parts = [
    `## ${escapeMarkdown(model.name)}: ${verdictWords[model.verdict]}`,
    [...word, ...reasons, ...remedy, ...descent].join('\n'),
    summary(model),
    regionLines(model, arrow)
      .map(line => `- ${escapeMarkdown(line)}`)
      .join('\n'),
    sentence(pinnedWords(model, escapeMarkdown)),
    sentence(sliceWords(model, escapeMarkdown)),
    slices(model),
    intervals(model),
    sanity(model),
    probes(model),
    fixtures(model),
  ];
  return parts.filter(part => part !== '').join('\n\n');
}

function summary(model: ModelResult): string {
  const { drift = {}, judged, predictions } = model;
  const methods = Object.entries(drift);
  if (!judged || methods.length === 0) return '';
  const rows = methods.map(([method, found]) => [
    method === judged.method ? `**${method}** (judged)` : method,
    ...metrics.map(({ name }) => (found[name] ? reading(name, found[name].mean) : '-')),
  ]);
  const accuracy = predictions?.accuracy;
  const words =
    predictions &&
    [
      predictions.change
        ? `Predictions: ${changeWords(predictions.change)}`
        : `Predictions: ${predictions.flipped} of ${predictions.compared} flipped`,
      predictions.divergence && `mean Jensen-Shannon divergence ${predictions.divergence.mean.toFixed(4)} bits`,
      accuracy &&
        `accuracy on ${accuracy.labelled} labelled fixtures ${(accuracy.baseline * 100).toFixed(0)} %${arrow}${(accuracy.candidate * 100).toFixed(0)} %`,
    ]
      .filter(Boolean)
      .join('; ');
  const calibration = calibrationWords(model);
  return `${table(['mean over fixtures', ...metrics.map(({ title }) => title)], rows)}\n\n${words}.${calibration ? `\n\nJudged by ${calibration}.` : ''}`;
}

const sentence = (words: string): string => (words === '' ? '' : `${words[0]!.toUpperCase()}${words.slice(1)}.`);

function slices({ slices: found = [], judged }: ModelResult): string {
  if (found.length === 0 || !judged) return '';
  const rows = found.map(({ by, name, fixtures: count, drift, flipped }) => [
    by,
    escapeMarkdown(name),
    reading(metrics[0]!.name, drift),
    String(count),
    String(flipped),
  ]);
  return table(['slice', 'name', `mean ${metrics[0]!.title.toLowerCase()}`, 'fixtures', 'flipped'], rows);
}

function intervals(model: ModelResult): string {
  const rows = intervalRows(model);
  if (rows.length === 0) return '';
  return `${sentence(precisionWords(model))}\n\n${table(
    intervalColumns,
    rows.map(row => row.map(escapeMarkdown)),
  )}`;
}

function sanity({ sanity: checks = [] }: ModelResult): string {
  if (checks.length === 0) return '';
  const rows = checks.map(({ check, outcome, message }) => [
    escapeMarkdown(check),
    outcome.replace('-', ' '),
    escapeMarkdown(message),
  ]);
  return table(['check of the explanation', 'outcome', 'figures'], rows);
}

function probes({ probes: found = [] }: ModelResult): string {
  if (found.length === 0) return '';
  const rows = found.map(probe => {
    const [, ...cells] = probeCells(probe, arrow);
    const name = escapeMarkdown(probe.name);
    return [probe.picture ? `[${name}](${encodeURI(probe.picture)})` : name, ...cells];
  });
  return table(probeColumns, rows);
}

function fixtures(model: ModelResult): string {
  if (model.fixtures.length === 0) return '';
  const regions = columnRegions(model).map(({ name }) => name);
  const rows = byDrift(model).map(fixture => [
    picture(fixture),
    fixture.status,
    reading('attention-shift', judgedDrift(model, fixture)),
    reading('overlap', judgedDrift(model, fixture, 'overlap')),
    directionWords(model, fixture),
    ...regions.map(name => escapeMarkdown(regionHeat(fixture, name, arrow))),
    escapeMarkdown(predictionWords(fixture, arrow)),
    escapeMarkdown(fixture.reason ?? ''),
  ]);
  const heat = regions.map(name => `heat on ${escapeMarkdown(name)}`);
  return table(['fixture', 'status', 'attention shift', 'overlap', 'towards', ...heat, 'prediction', 'note'], rows);
}

function picture(fixture: FixtureResult): string {
  const title = escapeMarkdown(titleOf(fixture));
  return fixture.montage ? `[${title}](${encodeURI(fixture.montage)})` : title;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function legend({ models }: Results): string {
  const used = metrics.filter(({ name }) =>
    models.some(model => Object.values(model.drift ?? {}).some(found => name in found)),
  );
  const meanings = used.map(({ title, meaning }): readonly string[] => [title, meaning]);
  if (models.some(({ probes: found = [] }) => found.length > 0)) meanings.push(...probeMeanings);
  if (models.some(({ regions }) => regions)) meanings.push(...Object.entries(regionMeanings));
  return meanings.map(([title, meaning]) => `- **${title}**: ${meaning}`).join('\n');
}

function footer({ tool, engine, models }: Results): string {
  const layers = models.flatMap(({ name, candidate }) =>
    candidate
      ? [
          `${escapeMarkdown(name)} at ${escapeMarkdown(candidate.layer.name)} (${candidate.layer.width} x ${candidate.layer.height})`,
        ]
      : [],
  );
  return `${[tool, `engine ${engine.version}`, ...layers].join('; ')}.`;
}
