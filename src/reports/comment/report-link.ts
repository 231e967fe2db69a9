import type { ModelResult } from '../../results/model.ts';
import { link, text } from './markup.ts';

/** Where the output folder is kept after the job. */
export interface KeptReport {
  readonly address: string;
  /** `page`: `report.html` itself, which opens at a fixture; `archive`: a file to download that has it inside. */
  readonly as: 'page' | 'archive';
}

/** Of several models so many are linked by name. */
const mostNames = 10;

/** Where all is, if it is kept. */
export function reportLine(report: KeptReport | undefined, models: readonly ModelResult[]): string {
  if (report === undefined) return '';
  const all = `${link('All pictures at full size', report.address)}, with filters and a slider between before and now`;
  if (report.as === 'archive') return `${all}: report.html in this archive.`;
  const named = models.length > 1 ? models.slice(0, mostNames) : [];
  const links = named.map(({ name }) => link(text(name), at(report, { model: name })));
  return links.length > 0 ? `${all}: ${links.join(', ')}.` : `${all}.`;
}

/** The words, as a link to that fixture where the report is a page. */
export const toFixture = (words: string, report: KeptReport | undefined, model: string, fixture: string): string =>
  report?.as === 'page' ? link(words, at(report, { model, fixture })) : words;

/** As the page reads it. */
const at = ({ address }: KeptReport, view: Readonly<Record<string, string>>): string =>
  `${address.replace(/#.*$/, '')}#${new URLSearchParams(view)}`;

/** Where a reader finds what a comment leaves out. Whether a later step uploads the folder of this job, nobody knows here. */
export function everything(run: string | undefined, report: KeptReport | undefined): string {
  if (report !== undefined) return `The ${link('report', report.address)} has everything.`;
  return run
    ? `The output folder of the ${link('run', run)} has everything; it is gone after the job unless a step uploads it.`
    : '';
}
