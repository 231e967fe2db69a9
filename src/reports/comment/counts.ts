import type { ModelResult } from '../../results/model.ts';
import { reading } from '../words.ts';
import { blocks, type Column, table, text } from './markup.ts';
import { tally } from './verdict.ts';
import { icons, limit, meanShift, status } from './words.ts';

/** A row per model, worst first, instead of everything else; the models after the first `most` are counted. */
export function countsTable(models: readonly ModelResult[], most: number): string {
  const shown = models.slice(0, most);
  const rest = models.slice(most);
  const words = shown.length === 0 ? `${rest.length} models` : `and ${rest.length} more`;
  return blocks(table(columns, shown), rest.length > 0 ? `${words}: ${tally(rest)}` : '');
}

const columns: readonly Column<ModelResult>[] = [
  { title: 'status', cell: model => `${icons[status(model)]} ${status(model)}` },
  { title: 'model', cell: ({ name }) => text(name, 60) },
  { title: 'fixtures', number: true, cell: ({ fixtures }) => String(fixtures.length) },
  {
    title: 'moved',
    number: true,
    cell: ({ fixtures }) => String(fixtures.filter(({ status, touched }) => status === 'moved' && !touched).length),
  },
  { title: 'attention shift', number: true, cell: model => reading('attention-shift', meanShift(model)) },
  { title: 'limit', number: true, cell: model => limit(model)?.replace('limit ', '') ?? '-' },
];
