import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { type Audit, audit } from '../audit.ts';
import { followed, policyEdits, removedModels, settingChanges, touched, withPolicyOf } from '../changes.ts';
import type { Config, ModelConfig } from '../config/config.ts';
import type { RawConfig } from '../config/schema.ts';
import type { Explainer } from '../explainer.ts';
import type { Change, Results } from '../reports/results.ts';
import { apiWords } from '../repository/api-words.ts';
import type { ChangedFiles } from '../repository/changed-files.ts';
import { startExplainer } from '../separate-explainer.ts';
import { writeAudit } from '../targets/directory.ts';
import { tool } from '../version.ts';
import { baseSide, type Earlier } from './_base-side.ts';
import { openProject, type Project, watch } from './_project.ts';
import { goneFiles, inOwnPaths, type Told } from './_told.ts';
import type { ActionWorld } from './world.ts';

/** A change under check: what it is compared with, and how to learn what it touches. */
export interface Subject {
  readonly head: string;
  /** Where it goes, and where that stood when the event happened. */
  readonly base: { readonly ref: string; readonly sha: string };
  changedFiles(): Promise<ChangedFiles>;
  /** Asked only when something that matters has changed. */
  mergeBase(): Promise<string>;
}

export interface Checked {
  readonly results: Results;
  /** Holds results.json, summary.md and the pictures. */
  readonly folder: string;
  /** The file to annotate for a model's path in the results, relative to the repository. */
  fileOf(path: string): string;
}

/** Which models changed, how far their attention moved, and what to think of it: judged, written to files, not yet published. */
export async function check(world: ActionWorld, subject: Subject): Promise<Checked> {
  const project = await openProject(world);
  const files = await subject.changedFiles().catch(error => unlisted(world, error));
  const plan = await planned(world, project, subject, files);
  const { models, config, change } = plan;
  for (const name of change.unchanged) world.runner.line(`${name}: unchanged`);
  const results =
    models.length > 0
      ? await judged(world, { ...config, models }, plan)
      : await writeAudit(config.out, { results: { ...nothingToJudge(world), change }, pictures: [] }, undefined);
  return { results, folder: config.out, fileOf: path => plan.files.get(path) ?? project.written(path) };
}

/** Without the list everything may have changed; digests tell. */
function unlisted({ runner }: ActionWorld, error: unknown): ChangedFiles {
  runner.warning(`The list of changed files could not be had (${apiWords(error)}), so every model is looked at.`);
  return { files: [], complete: false };
}

interface Plan {
  readonly config: Config;
  /** What is to be audited. */
  readonly models: readonly ModelConfig[];
  readonly change: Change;
  /** The main file of each model in the repository, by its path in the results. */
  readonly files: ReadonlyMap<string, string>;
  readonly told: Told;
}

async function planned(world: ActionWorld, project: Project, subject: Subject, files: ChangedFiles): Promise<Plan> {
  const config = await project.resolved();
  const { configuration } = project;
  const watched = await Promise.all(config.models.map(model => watch(project, model)));
  const touches = watched.map(each => touched(files, each, configuration));
  const edits = policyEdits(files, watched, configuration);
  const anything = touches.some(each => Object.values(each).some(Boolean));
  const policyFrom = world.inputs['policy-from'];
  const mainFiles = new Map(
    config.models.map((model, index) => [
      model.shown(model.path),
      project.present(watched[index]!.files) ?? configuration,
    ]),
  );
  const told = { folders: [[world.workspace, ''] as const], gone: goneFiles(files, watched), configuration };
  const said = { head: subject.head, baseRef: subject.base.ref, edits, policyFrom };
  if (!anything) {
    const unchanged = config.models.map(({ name }) => name);
    const change = { ...said, base: subject.base.sha, unchanged, removed: [], renamed: [], settings: [] };
    return { config, models: [], change, files: mainFiles, told };
  }
  const folder = await mkdtemp(join(world.temporary, 'camdrift-base-'));
  const base = await baseSide(world, project, subject, files, folder);
  const before = base.raw && followed(base.raw, project.raw, files, project.written);
  const judging = policyFrom === 'base' && before ? await project.resolved(withPolicyOf(before, project.raw)) : config;
  const earlier = await Promise.all(
    judging.models.map((model, index) => base.earlier(model, touches[index]!, watched[index]!)),
  );
  return {
    config: judging,
    models: earlier.flatMap(({ model }) => model ?? []),
    files: mainFiles,
    told: {
      ...told,
      folders: [...judging.models.map(({ name }) => [join(folder, name), 'the earlier '] as const), ...told.folders],
    },
    change: {
      ...said,
      base: base.commit,
      unchanged: judging.models.filter((_, index) => !earlier[index]?.model).map(({ name }) => name),
      ...movedModels(base.raw, project, earlier),
      settings: settingChanges(before, project.raw),
    },
  };
}

function movedModels(before: RawConfig | undefined, { raw, written }: Project, earlier: readonly Earlier[]) {
  const renamed = earlier.flatMap(({ renamed: move }) => move ?? []);
  return { renamed, removed: removedModels(before, raw, renamed, written) };
}

async function judged(world: ActionWorld, config: Config, { told, change }: Plan): Promise<Results> {
  await using engine = await startExplainer(config.engine);
  const found = inOwnPaths(await audited(world, config, engine), told);
  return writeAudit(config.out, { ...found, results: { ...found.results, change } }, engine);
}

function audited(world: ActionWorld, config: Config, engine: Explainer): Promise<Audit> {
  world.runner.line(`${config.models.length} of the models changed; engine: ${engine.name} (${engine.version})`);
  const titled = (label: string) => `${label} ${place(config, label)}`.trimEnd();
  const bounded = { ...config, runTimeout: Math.min(config.runTimeout, world.inputs.timeout) };
  return audit(bounded, engine, label => world.runner.progress(titled(label)), world.now);
}

/** `(2 of 3)`, from a title such as `baseline of shoes`. */
function place({ models }: Config, label: string): string {
  const index = models.findIndex(({ name }) => label === name || label.endsWith(` ${name}`));
  return models.length > 1 && index >= 0 ? `(${index + 1} of ${models.length})` : '';
}

function nothingToJudge({ now }: ActionWorld): Results {
  const times = { started: now().toISOString(), seconds: 0 };
  return { version: 1, tool, engine: { name: 'none', version: 'none' }, verdict: 'pass', models: [], times };
}
