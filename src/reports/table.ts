import type { Colors } from 'picocolors/types.js';
import { evidenceOf } from '../judgement/fixture-set.ts';
import type { ModelResult } from '../results/model.ts';
import type { Results } from '../results/results.ts';
import type { Verdict } from '../results/verdict.ts';
import { precisionWords } from './_interval-words.ts';
import { faithfulnessWords, pinnedWords, sanityWords, sliceWords } from './_model-lines.ts';
import { plainTable } from './_plain-table.ts';
import { columnRegions, regionHeat, regionLines } from './_region-words.ts';
import { oneLine } from './printable.ts';
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
  reading,
  titleOf,
  verdictWords,
} from './words.ts';

const mostRows = 20;

/** The audit for a terminal: per model the verdict, its reasons, and a row per fixture, most moved first. */
export function tables(results: Results, colours: Colors): string {
  return results.models.map(model => `${modelText(model, colours)}\n`).join('\n');
}

function modelText(model: ModelResult, colours: Colors): string {
  const lines = [`${colours.bold(model.name)}: ${paint(colours, model.verdict)(verdictWords[model.verdict])}`];
  for (const reason of model.reasons)
    lines.push(`  ${paint(colours, reason.level)(reason.level.padEnd(10))} ${oneLine(sentenceOf(reason))}`);
  if (model.error) lines.push(`  ${colours.dim('to do'.padEnd(10))} ${oneLine(model.error.remedy)}`);
  if (model.lineage)
    lines.push(`  ${colours.dim('lineage'.padEnd(10))} ${lineageWords(model)}: ${oneLine(model.lineage.words)}`);
  const beside = [
    ...regionLines(model).map(oneLine),
    precisionWords(model),
    sliceWords(model, oneLine),
    pinnedWords(model, oneLine),
    [sanityWords(model), faithfulnessWords(model, oneLine)].filter(Boolean).join('; '),
  ];
  const told = [summaryLine(model), ...beside].filter(Boolean).map(line => `  ${line}`);
  const tables = [probeRows(model, colours), fixtureRows(model)].flatMap(rows => rows ?? []);
  return [...lines, ...told, ...tables].join('\n');
}

function paint(colours: Colors, verdict: Verdict): (text: string) => string {
  return {
    pass: colours.green,
    warn: colours.yellow,
    accepted: colours.yellow,
    incomplete: colours.yellow,
    fail: colours.red,
  }[verdict];
}

function summaryLine(model: ModelResult): string | undefined {
  const { drift, judged, predictions, baseline } = model;
  const found = judged && drift?.[judged.method];
  if (!found || !predictions) return undefined;
  const shift = found['attention-shift'];
  const measured = evidenceOf(model.fixtures).filter(fixture => judgedDrift(model, fixture) !== undefined);
  const accuracy = predictions.accuracy;
  return [
    shift &&
      `attention shift ${reading('attention-shift', shift.mean)} on average, ${reading('attention-shift', shift.max)} at most (${judged.method}, ${measured.length} fixtures)`,
    predictions.change ? changeWords(predictions.change) : `predictions flipped ${predictions.flipped}`,
    accuracy && `accuracy ${(accuracy.baseline * 100).toFixed(0)} % -> ${(accuracy.candidate * 100).toFixed(0)} %`,
    calibrationWords(model),
    baseline && `baseline ${baseline.source}, layer ${oneLine(baseline.layer.name)}`,
  ]
    .filter(Boolean)
    .join('; ');
}

function probeRows({ probes = [] }: ModelResult, colours: Colors): string | undefined {
  if (probes.length === 0) return undefined;
  const table = plainTable(probeColumns.map((title, index) => (index === 0 ? `  ${title}` : title)));
  for (const probe of probes.slice(0, mostRows)) {
    const [name = '', ...cells] = probeCells(probe).map(oneLine);
    table.push([`  ${name}`, ...cells]);
  }
  const note = 'moved: the share of the heat that lies elsewhere after an edit that should not matter; added is judged';
  return `${table.toString()}\n  ${colours.dim(note)}`;
}

function fixtureRows(model: ModelResult): string | undefined {
  if (model.fixtures.length === 0) return undefined;
  const regions = columnRegions(model).map(({ name }) => name);
  const heat = regions.map(name => `heat on ${oneLine(name)}`);
  const table = plainTable(['  fixture', 'status', 'shift', 'overlap', 'towards', ...heat, 'prediction']);
  const sorted = byDrift(model);
  for (const fixture of sorted.slice(0, mostRows)) {
    table.push([
      `  ${oneLine(titleOf(fixture))}`,
      fixture.status,
      reading('attention-shift', judgedDrift(model, fixture)),
      reading('overlap', judgedDrift(model, fixture, 'overlap')),
      directionWords(model, fixture),
      ...regions.map(name => regionHeat(fixture, name)),
      oneLine(predictionWords(fixture)),
    ]);
  }
  const more = sorted.length - mostRows;
  return more > 0 ? `${table.toString()}\n  and ${more} more in results.json` : table.toString();
}
