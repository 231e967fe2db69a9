import { join } from 'node:path';
import { withPolicyOf } from '../changes/base-policy.ts';
import type { DecidingFiles } from '../changes/deciding-files.ts';
import { removedModels } from '../changes/predecessors.ts';
import { touched } from '../changes/touched.ts';
import type { Config, ModelConfig } from '../config/config.ts';
import type { RawConfig } from '../config/schema.ts';
import type { Change } from '../results/change.ts';
import type { Results } from '../results/results.ts';
import { writeAudit } from '../targets/directory.ts';
import { tool } from '../version.ts';
import { judged } from './_audited.ts';
import { type FiledWord, filedWords } from './_base-acceptance.ts';
import { withBaseFiles } from './_base-rules.ts';
import { type BaseSide, baseSide, type Earlier, type Origin } from './_base-side.ts';
import { type Commits, type Comparison, compare } from './_comparison.ts';
import { handIn } from './_hand-in-rules.ts';
import { judgingJob } from './_legs.ts';
import { goneFiles, type OwnPaths } from './_own-paths.ts';
import { openProject, type Project, watch } from './_project.ts';
import { foreignRules } from './_rules-on-disk.ts';
import { refused } from './_stored-maps.ts';
import { temporaryFolder } from './_temporary.ts';
import type { ActionWorld } from './world.ts';

/** A change under check. */
export interface Subject extends Origin {
  readonly head: string;
  /** The branch that it goes to, and a commit to name when the one that it is compared with cannot be had. */
  readonly base: { readonly ref: string; readonly sha: string };
  commits(project: Project): Promise<Commits>;
}

export interface Checked {
  readonly results: Results;
  /** What files of the base branch accept, by the names of the models that fail. */
  readonly filed?: ReadonlyMap<string, FiledWord>;
  /** Holds results.json, summary.md and the pictures. */
  readonly folder: string;
  /** The file to annotate for a model's path in the results, relative to the repository. */
  fileOf(path: string): string;
}

/** Which models changed, how far their attention moved, and what to think of it: judged, written to files, not yet published. */
export async function check(world: ActionWorld, subject: Subject): Promise<Checked> {
  const project = await openProject(world);
  const comparison = await compare(world, project, () => subject.commits(project), subject.base.sha);
  const plan = await planned(world, project, subject, comparison);
  const { models, config, change } = plan;
  for (const name of change.unchanged) world.runner.line(`${name}: unchanged`);
  const results =
    models.length > 0
      ? await judged(world, { ...config, models }, plan.told, change)
      : await writeAudit(
          config.out,
          { results: { ...nothingToJudge(world), change, ...judgingJob(world) }, pictures: [] },
          undefined,
        );
  const filed = await filedWords(comparison, project.configuration, results.models, world.runner.warning);
  return { results, filed, folder: config.out, fileOf: path => plan.files.get(path) ?? project.written(path) };
}

interface Planned {
  readonly config: Config;
  /** What is to be audited. */
  readonly models: readonly ModelConfig[];
  readonly change: Change;
  /** The main file of each model in the repository, by its path in the results. */
  readonly files: ReadonlyMap<string, string>;
  readonly told: OwnPaths;
}

async function planned(
  world: ActionWorld,
  project: Project,
  subject: Subject,
  comparison: Comparison,
): Promise<Planned> {
  const { files } = comparison;
  const config = await project.resolved();
  const watched = await Promise.all(config.models.map(model => watch(project, model)));
  const touches = watched.map(each => touched(files, each, project.configuration));
  const folder = await temporaryFolder(world.temporary, 'camdrift-base-');
  const base = await baseSide(world, project, comparison, folder, subject);
  const rules = join(folder, 'rules of the base branch');
  const judging = await judgedBy(world, project, base, comparison, config, rules);
  const found = await Promise.all(
    judging.models.map((model, index) => base.earlier(model, touches[index]!, watched[index]!)),
  );
  // A trusted judge has laid the base branch's rules out itself.
  const earlier = subject.baseFixtures ? found : await byTheRulesOfTheChange(project, comparison, watched, found);
  const folders = judging.models.map(({ name }) => [join(folder, name), 'the earlier '] as const);
  const hand = await handIn(comparison, watched, project, base.raw);
  return {
    config: judging,
    models: earlier.flatMap(({ model }, index) =>
      model ? { ...model, repairs: hand.steersRepairs[index] ? 'unproven' : model.repairs } : [],
    ),
    files: mainFiles(project, config, watched),
    told: {
      folders: [...folders, [rules, ''], [world.workspace, '']],
      gone: goneFiles(files, watched),
      configuration: project.configuration,
    },
    change: {
      head: subject.head,
      baseRef: subject.base.ref,
      base: comparison.commit,
      edits: hand.edits,
      policyFrom: judging === config ? 'head' : 'base',
      unchanged: judging.models.filter((_, index) => !earlier[index]?.model).map(({ name }) => name),
      ...movedModels(base.raw, project, earlier),
      settings: hand.settings,
    },
  };
}

/** Whatever is audited is judged by files that the change has, and by no others that lie on disk. */
async function byTheRulesOfTheChange(
  project: Project,
  { sides }: Comparison,
  watched: readonly DecidingFiles[],
  found: readonly Earlier[],
): Promise<readonly Earlier[]> {
  const rules = found.map(({ model }, index) =>
    model ? foreignRules(project, watched[index]!, sides?.candidate) : undefined,
  );
  const troubles = await Promise.all(rules);
  return found.map((each, index) => {
    const trouble = troubles[index];
    return trouble && each.model ? { ...each, model: refused(each.model, trouble) } : each;
  });
}

async function judgedBy(
  { inputs, runner }: ActionWorld,
  project: Project,
  base: BaseSide,
  { sides }: Comparison,
  own: Config,
  folder: string,
): Promise<Config> {
  if (inputs['policy-from'] === 'head' || !sides) return own;
  const policy = await base.policy();
  if (!policy) {
    runner.warning('The base branch has no configuration that could judge this change, so its own does.');
    return own;
  }
  const config = await withBaseFiles(project, sides, policy, withPolicyOf(policy, project.raw), folder);
  const models = config.models.map((model, index) => ({
    ...model,
    alsoThresholds: own.models[index]!.thresholds ?? {},
  }));
  return { ...config, models };
}

const mainFiles = (
  project: Project,
  { models }: Config,
  watched: readonly DecidingFiles[],
): ReadonlyMap<string, string> =>
  new Map(
    models.map((model, index) => [
      model.shown(model.path),
      project.present(watched[index]!.files) ?? project.configuration,
    ]),
  );

function movedModels(before: RawConfig | undefined, { raw, written }: Project, earlier: readonly Earlier[]) {
  const renamed = earlier.flatMap(({ renamed: move }) => move ?? []);
  return { renamed, removed: removedModels(before, raw, renamed, written) };
}

function nothingToJudge({ now }: ActionWorld): Results {
  const times = { started: now().toISOString(), seconds: 0 };
  return { version: 1, tool, engine: { name: 'none', version: 'none' }, verdict: 'pass', models: [], times };
}
