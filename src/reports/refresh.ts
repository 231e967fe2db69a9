import type { Acceptance } from '../results/model.ts';
import { escapeMarkdown } from './_escape.ts';
import { link, text } from './comment/markup.ts';
import { oneLine } from './printable.ts';

/** What of a branch's stored files is brought up to date. */
export type News =
  | { readonly what: 'baseline'; readonly model: string; readonly why: string }
  | { readonly what: 'calibration'; readonly model: string; readonly accepted: Pick<Acceptance, 'by' | 'why' | 'url'> };

export const refreshTitle = (news: readonly News[]): string => `Refresh what camdrift has stored of ${modelsOf(news)}`;

/** Markdown of the pull request. */
export function refreshBody(news: readonly News[], branch: string): string {
  const lines = news.map(each =>
    each.what === 'baseline'
      ? `- **${text(each.model)}**: the stored baseline is made anew; ${escapeMarkdown(each.why)}.`
      : `- **${text(each.model)}**: its scores join the calibration, ${link(`accepted by ${text(each.accepted.by, 40)}`, each.accepted.url)}: ${text(each.accepted.why, 300)}`,
  );
  return [
    `Made by camdrift from ${text(branch)} as it is now, for you to merge; later pushes bring it up to date.`,
    lines.join('\n'),
  ].join('\n\n');
}

/** Of the commit: plain text, a line each. */
export function refreshMessage(news: readonly News[]): string {
  const lines = news.map(each =>
    each.what === 'baseline'
      ? `${each.model}: the stored baseline is made anew (${each.why})`
      : `${each.model}: its scores join the calibration, accepted by ${each.accepted.by}: ${each.accepted.why} (${each.accepted.url})`,
  );
  return [refreshTitle(news), '', ...lines.map(line => oneLine(line).slice(0, 500))].join('\n');
}

function modelsOf(news: readonly News[]): string {
  const names = [...new Set(news.map(({ model }) => oneLine(model).slice(0, 60)))];
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}
