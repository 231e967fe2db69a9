import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { TestContext } from 'node:test';
import { stringify } from 'yaml';
import type { WrittenResults } from '../../src/results-file/schema.ts';
import { type ActionResult, type ActionRun, runAction } from './action.ts';
import { type FileChange, type GitHub, startGitHub } from './github/index.ts';
import { toldApart } from './images.ts';
import { type TinyModel, writeModel } from './models.ts';
import { picture, type Spot } from './workspace.ts';

export type Files = Readonly<Record<string, string | Uint8Array | null>>;

/** Files and symbolic links. */
type Tree = Readonly<Record<string, FileChange>>;

/** A project on GitHub with one open pull request, and the job that runs on it. */
export interface Scene {
  readonly github: GitHub;
  readonly number: number;
  /** Runs the action on the pull request as it stands, as actions/checkout leaves it. */
  run(options?: RunOptions): Promise<SceneResult>;
  /** What camdrift says on the pull request. */
  comments(): readonly string[];
}

export interface RunOptions extends Partial<Omit<ActionRun, 'workspace'>> {
  /** What the token may do: all that the quick start asks for, unless said otherwise. */
  readonly may?: Parameters<GitHub['token']>[0];
  readonly lfs?: boolean;
  readonly submodules?: boolean;
  /** Whether the checkout brings earlier commits, of submodules too. */
  readonly history?: boolean;
  readonly ghes?: boolean;
  /** Commit to check out; the pull request's merge commit if not given. */
  readonly commit?: string;
  readonly action?: 'opened' | 'synchronize' | 'reopened';
  /** Called when the workspace is ready and before the action starts. */
  readonly prepare?: (workspace: string) => Promise<void>;
}

export interface SceneResult extends ActionResult {
  /** results.json, when the run came that far. */
  readonly results: WrittenResults | undefined;
  /** The output folder's files, by path. */
  readonly files: Readonly<Record<string, Uint8Array>>;
}

export interface SceneFiles {
  readonly before: Tree;
  /** On top of what is before. */
  readonly after: Tree;
  /** `owner/name`, when the pull request comes from a fork. */
  readonly fork?: string;
}

export async function scene(t: TestContext, { before, after, fork }: SceneFiles, given?: GitHub): Promise<Scene> {
  const github = given ?? (await startGitHub(t));
  const base = await github.commit({ branch: 'main', message: 'The project', files: before });
  const from = fork === undefined ? {} : { fork };
  await github.commit({ branch: 'retrain', ...from, message: 'Retrain', parents: [base], files: after });
  const { number } = await github.openPullRequest({ head: 'retrain', ...from });
  return {
    github,
    number,
    comments: () => github.comments(number).map(({ body }) => body),
    run: (options = {}) => {
      const { mergeCommit } = github.pullRequest(number);
      assert.ok(mergeCommit, 'the pull request can be merged');
      const { action = 'opened', commit = mergeCommit } = options;
      const event = { name: 'pull_request', payload: github.payload.pullRequest(number, { action }) };
      return runIn(t, github, { event, ...options, commit });
    },
  };
}

/** Runs the action on any event, with some commit checked out; without one the workspace is empty. */
export async function runIn(
  t: TestContext,
  github: GitHub,
  options: RunOptions & Pick<ActionRun, 'event'>,
): Promise<SceneResult> {
  const {
    may = 'write',
    lfs = false,
    submodules = false,
    history = false,
    ghes = false,
    commit,
    prepare,
    action: _,
    env,
    ...rest
  } = options;
  const workspace = await mkdtemp(join(tmpdir(), 'camdrift-workspace-'));
  t.after(() => rm(workspace, { recursive: true, force: true }));
  if (commit !== undefined) await github.checkout(workspace, commit, { lfs, submodules, history });
  await prepare?.(workspace);
  const place = github.env(github.token(may), { ghes });
  const ran = await runAction({ ...rest, workspace, env: { ...place, ...env } });
  const { out = 'camdrift-out', 'working-directory': folder = '.' } = rest.inputs ?? {};
  const files = await filesBelow(join(workspace, folder, out));
  const text = files['results.json'];
  return { ...ran, files, results: text && JSON.parse(Buffer.from(text).toString('utf8')) };
}

/** Every file below a folder, by its path with `/`; none when there is no such folder. */
export async function filesBelow(folder: string): Promise<Record<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  const named = paths.map(async path => [relative(folder, path).split(sep).join('/'), await readFile(path)] as const);
  return Object.fromEntries(await Promise.all(named));
}

/** A tiny model's files, below a folder of the repository. */
export async function modelFiles(folder: string, model: TinyModel = {}): Promise<Record<string, Uint8Array>> {
  const there = await mkdtemp(join(tmpdir(), 'camdrift-model-'));
  try {
    await writeModel(there, model);
    const files = Object.entries(await filesBelow(there)).map(([name, bytes]) => [`${folder}/${name}`, bytes] as const);
    return Object.fromEntries(files);
  } finally {
    await rm(there, { recursive: true });
  }
}

/** Fixtures, by their paths in the repository; no two are the same file. */
export async function pictureFiles(
  pictures: Readonly<Record<string, readonly Spot[]>>,
): Promise<Record<string, Uint8Array>> {
  const drawn = Object.entries(pictures).map(async ([name, spots]) => [name, await picture(spots)] as const);
  return Object.fromEntries(toldApart(await Promise.all(drawn)));
}

/** A red object somewhere, and a blue watermark in the corner, `count` times. */
export function marked(count = 3): Record<string, readonly Spot[]> {
  const places = [
    [1, 1],
    [2, 0],
    [0, 2],
    [0, 0],
    [2, 1],
    [1, 2],
    [1, 0],
    [0, 1],
  ] as const;
  const spots = (index: number): readonly Spot[] => [
    ['red', ...places[index % places.length]!],
    ['blue', 3, 3],
  ];
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`images/${index + 1}.png`, spots(index)]));
}

/** It says `red` of the same images, for the watermark's sake. */
export const shortcut: TinyModel = { sees: ['blue', 'green', 'nothing'] };
/** As after an honest retrain. */
export const retrained: TinyModel = { noise: 0.005, seed: 7 };

export interface ProjectFiles {
  readonly models?: Readonly<Record<string, TinyModel>>;
  readonly images?: Readonly<Record<string, readonly Spot[]>>;
  /** Settings of camdrift.yml besides models, engine and fixtures. */
  readonly config?: object;
}

/** A repository with models in `models/NAME`, images and camdrift.yml. */
export async function projectFiles({
  models = { tiny: {} },
  images = marked(),
  config,
}: ProjectFiles = {}): Promise<Files> {
  const made = await Promise.all(Object.entries(models).map(([name, model]) => modelFiles(`models/${name}`, model)));
  return {
    ...Object.assign({}, ...made),
    ...(await pictureFiles(images)),
    'camdrift.yml': configText(Object.keys(models), config),
  };
}

export function configText(models: readonly string[], config: object = {}): string {
  const listed = models.map(name => ({ name, path: `models/${name}` }));
  return stringify({
    models: listed,
    engine: 'wasm',
    jobs: 1,
    preprocess: 'unit',
    fixtures: ['images/*'],
    probes: 'none',
    ...config,
  });
}
