import { relative } from 'node:path';
import { annotations } from '../reports/annotations.ts';
import { comment } from '../reports/comment/comment.ts';
import { verdictWords } from '../reports/words.ts';
import type { ModelResult } from '../results/model.ts';
import type { Results } from '../results/results.ts';
import type { Checked } from './check.ts';
import type { Message, Published } from './message.ts';
import { requestOf } from './publish.ts';
import type { ActionWorld } from './world.ts';

/** Characters; the runner takes 1 MiB of UTF-8, and shows nothing of more. */
const summaryBudget = 300_000;

/** What every run leaves behind, whatever could be posted: the step summary, annotations, outputs. */
export async function report(
  world: ActionWorld,
  { results, folder, fileOf }: Checked,
  message: Message,
  published: Published,
): Promise<void> {
  await summarise(world, message, published);
  if (world.inputs.annotations) for (const each of annotations(results, fileOf)) world.runner.annotate(each);
  writeOutputs(world, results, folder, published);
  for (const model of results.models) world.runner.line(`${model.name}: ${verdictWords[model.verdict]}`);
}

export async function summarise(
  world: ActionWorld,
  message: Message,
  { pictures, withoutPictures }: Published,
): Promise<void> {
  if (!world.inputs.summary) return;
  const { body } = comment({ ...requestOf(world, message), pictures, withoutPictures, budget: summaryBudget });
  await world.runner
    .summary(body)
    .catch((error: Error) => world.runner.warning(`The step summary could not be written: ${error.message}`));
}

export function writeOutputs(world: ActionWorld, results: Results, folder: string, published: Published): void {
  const { runner, workspace } = world;
  const fixtures = results.models.flatMap(model => model.fixtures);
  const count = (status: string) => fixtures.filter(fixture => fixture.status === status).length;
  const path = relative(workspace, folder) || '.';
  const shifts = results.models.flatMap(judgedShift);
  const outputs: Record<string, string | number> = {
    verdict: results.models.length === 0 ? 'skipped' : results.verdict,
    audited: results.models.length,
    'models-failed': results.models.filter(({ verdict }) => verdict === 'fail').length,
    fixtures: fixtures.length,
    moved: count('moved'),
    new: count('new'),
    'attention-shift': shifts.length > 0 ? Math.max(...shifts) : '',
    results: `${path}/results.json`,
    out: path,
    'comment-url': published.commentUrl ?? '',
    'images-commit': published.imagesCommit ?? '',
  };
  for (const [name, value] of Object.entries(outputs)) runner.output(name, value);
}

const judgedShift = ({ drift, judged }: ModelResult): number[] => {
  const found = judged && drift?.[judged.method]?.['attention-shift'];
  return found ? [found.mean] : [];
};
