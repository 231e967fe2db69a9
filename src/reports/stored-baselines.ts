import { escapeMarkdown } from './_escape.ts';

/** What a branch has stored for a model. */
export interface StoredBaseline {
  readonly name: string;
  /** Absent: none is stored, and pull requests explain the base branch's model anew. */
  readonly folder: string | undefined;
  /** The model is to be compared with none. */
  readonly unwanted?: boolean;
  /** Why it does not fit the model any more. */
  readonly stale: string | undefined;
}

export const refreshWords =
  'Run `camdrift baseline` on this branch and commit what it writes; until then pull requests explain the base model anew.';

export function storedWords({ folder, unwanted, stale }: StoredBaseline): string {
  if (unwanted) return 'no baseline is asked for';
  if (folder === undefined) return 'no stored baseline: pull requests explain the base model anew';
  return stale === undefined ? 'the stored baseline is up to date' : `the stored baseline is stale: ${stale}`;
}

/** The step summary of a push to the default branch. */
export function storedBaselines(found: readonly StoredBaseline[]): string {
  const rows = found.map(each => [each.name, each.folder ?? '-', storedWords(each)].map(escapeMarkdown).join(' | '));
  const table = ['| model | folder | state |', '| --- | --- | --- |', ...rows.map(row => `| ${row} |`)].join('\n');
  const advice = found.some(({ stale }) => stale !== undefined) ? [refreshWords] : [];
  return `${['### camdrift: stored baselines', table, ...advice].join('\n\n')}\n`;
}
