import { findMetric, metrics } from '../../metrics/index.ts';
import type { FixtureResult } from '../../results/fixture.ts';
import type { ModelResult } from '../../results/model.ts';
import { columnRegions, regionHeat } from '../_region-words.ts';
import { directionWords, judgedDrift, predictionWords, reading, titleOf } from '../words.ts';
import { type Column, count, details, table, text } from './markup.ts';
import { arrow, limit } from './words.ts';

/** Rows that stand in the open; more of them would push the pictures out of sight. */
const openRows = 12;

/** The fixtures that stand out, most moved first: at most `most` rows, whole ones. */
export function movedTable(model: ModelResult, fixtures: readonly FixtureResult[], most: number): string[] {
  const columns = comparedColumns(model);
  const shown = fixtures.slice(0, most);
  const more = fixtures.length - shown.length;
  return [
    table(columns, shown.slice(0, openRows)),
    details(`${shown.length - openRows} more that moved or flipped`, table(columns, shown.slice(openRows))),
    more > 0 ? `and ${more} more` : '',
  ];
}

/** Those that stayed, most moved first. */
export function steadyTable(model: ModelResult, fixtures: readonly FixtureResult[]): string {
  const [, ...columns] = comparedColumns(model);
  return details(`✅ ${count(fixtures.length, 'steady fixture')}`, table(columns, fixtures));
}

/** Fixtures that could not be compared, and why. */
export function uncomparedTable(fixtures: readonly FixtureResult[]): string {
  return details(`${count(fixtures.length, 'fixture')} not compared`, table(uncomparedColumns, fixtures));
}

const uncomparedColumns: readonly Column<FixtureResult>[] = [
  {
    title: 'status',
    cell: uncomparedWords,
  },
  { title: 'fixture', cell: fixture => text(titleOf(fixture)) },
  { title: 'prediction', cell: prediction },
  { title: 'note', cell: ({ reason = '' }) => text(reason, 200) },
];

function comparedColumns(model: ModelResult): Column<FixtureResult>[] {
  const judged = Object.keys(model.judged?.thresholds ?? {});
  const shown = metrics.filter(({ name }) => ['attention-shift', 'overlap', ...judged].includes(name));
  return [
    { title: 'status', cell: fixture => statusWords(model, fixture) },
    { title: 'fixture', cell: fixture => text(titleOf(fixture)) },
    ...shown.map(({ name }) => driftColumn(model, name)),
    { title: 'towards', cell: fixture => text(directionWords(model, fixture)) },
    ...columnRegions(model).map(({ name }) => ({
      title: `heat on ${text(name)}`,
      number: true,
      cell: (fixture: FixtureResult) => text(regionHeat(fixture, name, arrow)),
    })),
    { title: 'prediction', cell: prediction },
  ];
}

function driftColumn(model: ModelResult, metric: string): Column<FixtureResult> {
  const limitWords = limit(model, metric);
  const title = findMetric(metric)!.title.replace(/^[A-Z](?=[a-z])/, letter => letter.toLowerCase());
  return {
    title: limitWords ? `${title} (${limitWords})` : title,
    number: true,
    cell: fixture => reading(metric, judgedDrift(model, fixture, metric)),
  };
}

function uncomparedWords({ status, touched }: FixtureResult): string {
  if (touched) return `🆕 ${touched}`;
  return { new: '🆕 new', lost: '➖ gone', failed: '❔ unreadable', steady: '➖ no heat', moved: '⚠️ moved' }[status];
}

/** A single image decides nothing: it is marked as failed only where the model failed. */
function statusWords({ verdict }: ModelResult, { status }: FixtureResult): string {
  if (status === 'moved') return verdict === 'fail' ? '❌ moved' : '⚠️ moved';
  return '⚠️ flipped';
}

function prediction(fixture: FixtureResult): string {
  return text(predictionWords(fixture, arrow), 120);
}
