import type { Change } from '../../results/change.ts';
import { blocks, count, list, names, text } from './markup.ts';

/**
 * What a change does to its own examination: thresholds, fixtures, baselines. It stands high up, because a verdict means
 * little when its yardstick moved with it.
 * @param most settings and groups of files that are named; none: counts only
 */
export function yardstick(change: Change | undefined, most: number): string {
  if (!change || change.settings.length + change.edits.length === 0) return '';
  const judge = change.policyFrom === 'base' ? `the settings of ${text(change.baseRef)}` : 'its own settings';
  const lead = `⚠️ **This pull request also changes how it is judged**, and is judged by ${judge}`;
  if (most > 0) return blocks(`${lead}:`, blocks(list([...settings(change), ...edits(change)], most)));
  return `${lead}: ${count(change.settings.length, 'setting')} and ${count(change.edits.length, 'file')} differ.`;
}

const settings = ({ settings }: Change): string[] =>
  settings.map(
    ({ model, setting, before, after }) =>
      `**${text(setting)}**: ${text(before)} → ${text(after)} (model ${text(model)})`,
  );

/** One line per kind of file and fate. */
function edits({ edits }: Change): string[] {
  const group = ({ what, status }: Change['edits'][number]) => `${nouns[what]} ${status}`;
  return [...new Set(edits.map(group))].map(each => {
    const paths = edits.filter(edit => group(edit) === each).map(({ path }) => path);
    return `**${each}**: ${names(paths, 5)}`;
  });
}

const nouns: Readonly<Record<Change['edits'][number]['what'], string>> = {
  configuration: 'configuration',
  labels: 'labels',
  truth: 'true classes',
  region: 'regions',
  probe: 'pictures of probes',
  input: 'arrays beside the picture',
  fixture: 'fixtures',
  baseline: 'baseline files',
};

/** Models that come without an audit. @param most models that are named; none: counts only */
export function otherModels(change: Change | undefined, most: number): string {
  const { removed = [], renamed = [], unchanged = [] } = change ?? {};
  return blocks(
    line(
      '➖',
      'removed',
      removed.map(({ name, path }) => `${name} (${path})`),
      most,
    ),
    line(
      '➡️',
      'renamed',
      renamed.map(({ name, from, to }) => `${name} (${from} → ${to})`),
      most,
    ),
    line('✅', 'unchanged, not audited', unchanged, most),
  );
}

function line(icon: string, what: string, models: readonly string[], most: number): string {
  if (models.length === 0) return '';
  const lead = `${icon} **${count(models.length, 'model')} ${what}**`;
  return most > 0 ? `${lead}: ${names(models, most)}` : lead;
}
