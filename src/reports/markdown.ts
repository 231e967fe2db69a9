import { metrics } from '../metrics/index.ts';
import { escapeMarkdown } from './_escape.ts';
import type { FixtureResult, ModelResult, Results } from './results.ts';
import {
  byDrift,
  directionWords,
  judgedDrift,
  predictionWords,
  probeCells,
  probeColumns,
  probeMeanings,
  reading,
  verdictWords,
} from './words.ts';

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
  const reasons = model.reasons.map(({ level, message }) => `- **${level}**: ${escapeMarkdown(message)}`);
  const remedy = model.error ? [`- **to do**: ${escapeMarkdown(model.error.remedy)}`] : [];
  const parts = [
    `## ${escapeMarkdown(model.name)}: ${verdictWords[model.verdict]}`,
    [...reasons, ...remedy].join('\n'),
    summary(model),
    probes(model),
    fixtures(model),
  ];
  return parts.filter(part => part !== '').join('\n\n');
}

function summary({ drift = {}, judged, predictions }: ModelResult): string {
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
      `Predictions: ${predictions.flipped} of ${predictions.compared} flipped`,
      predictions.divergence && `mean Jensen-Shannon divergence ${predictions.divergence.mean.toFixed(4)} bits`,
      accuracy &&
        `accuracy on ${accuracy.labelled} labelled fixtures ${(accuracy.baseline * 100).toFixed(0)} % -> ${(accuracy.candidate * 100).toFixed(0)} %`,
    ]
      .filter(Boolean)
      .join('; ');
  return `${table(['mean over fixtures', ...metrics.map(({ title }) => title)], rows)}\n\n${words}.`;
}

function probes({ probes: found = [] }: ModelResult): string {
  if (found.length === 0) return '';
  const rows = found.map(probe => {
    const [, ...cells] = probeCells(probe);
    const name = escapeMarkdown(probe.name);
    return [probe.picture ? `[${name}](${encodeURI(probe.picture)})` : name, ...cells];
  });
  return table(probeColumns, rows);
}

function fixtures(model: ModelResult): string {
  if (model.fixtures.length === 0) return '';
  const rows = byDrift(model).map(fixture => [
    picture(fixture),
    fixture.status,
    reading('attention-shift', judgedDrift(model, fixture)),
    reading('overlap', judgedDrift(model, fixture, 'overlap')),
    directionWords(model, fixture),
    escapeMarkdown(predictionWords(fixture)),
    escapeMarkdown(fixture.reason ?? ''),
  ]);
  return table(['fixture', 'status', 'attention shift', 'overlap', 'towards', 'prediction', 'note'], rows);
}

const picture = ({ name, montage }: FixtureResult): string =>
  montage ? `[${escapeMarkdown(name)}](${encodeURI(montage)})` : escapeMarkdown(name);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function legend({ models }: Results): string {
  const used = metrics.filter(({ name }) =>
    models.some(model => Object.values(model.drift ?? {}).some(found => name in found)),
  );
  const probed = models.some(({ probes: found = [] }) => found.length > 0) ? probeMeanings : [];
  const entries = [...used.map(({ title, meaning }) => [title, meaning] as const), ...probed];
  return entries.map(([term, meaning]) => `- **${term}**: ${meaning}`).join('\n');
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
