import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { standing } from '../calibration/merged-versions.ts';
import type { ModelConfig } from '../config/config.ts';
import { CamdriftError } from '../errors.ts';
import type { Deadline } from '../explainer/explainer.ts';
import { modelFiles } from '../models/index.ts';
import { baseModel } from '../repository/base-model.ts';
import { checkoutAround, historyOf } from '../repository/history.ts';
import type { Snapshot } from '../repository/snapshot.ts';
import { snapshotInClone } from '../repository/snapshot-at.ts';
import type { AcceptedModel } from './_accepted-models.ts';
import { fedOtherwise } from './_fed-otherwise.ts';

export interface Asked {
  /** How many versions. */
  readonly history: number;
  readonly branch?: string | undefined;
  /** The configuration file, when there is one. */
  readonly config: string | undefined;
  readonly deadline: Deadline;
}

export interface EarlierVersions {
  readonly models: readonly AcceptedModel[];
  /** What was left out, and where all came from, in words. */
  readonly left: readonly string[];
}

/** Commits that are looked at for each version that is asked for: some are copies, some were taken back. */
const commitsPerVersion = 5;

/**
 * Earlier versions of a model on the default branch of the clone that it lies in, newest first: what was merged, and not taken
 * back. Versions with the same files count once; nothing is fetched.
 * @throws CamdriftError `usage-wrong` when there is no history to look at
 */
export async function earlierVersions(model: ModelConfig, asked: Asked): Promise<EarlierVersions> {
  const checkout = model.address ? undefined : checkoutAround(dirname(model.path));
  if (checkout === undefined) throw withoutHistory(`${model.shown(model.path)} lies in no Git repository.`);
  const inside = (path: string) => relative(checkout, path).split(sep).join('/');
  const path = inside(model.path);
  const files = await modelFiles(model.path, model.load.within).catch(() => ({ root: model.path, files: [''] }));
  const paths = [...new Set([path, ...files.files.map(name => inside(join(files.root, name)))])];
  const history = await historyOf(checkout, paths, commitsPerVersion * asked.history, asked.branch);
  if (!history) throw withoutHistory(`The clone ${checkout} has no branch ${asked.branch ?? 'that is checked out'}.`);
  const { branch, commits, shallow } = history;
  const config = asked.config && inside(asked.config);
  const left: string[] = [];
  const merged = [];
  for (const commit of commits) {
    const snapshot = await snapshotInClone(checkout, commit);
    const place = snapshot.place(path);
    const digest = await digestAt(snapshot, path, asked.deadline).catch(error => {
      left.push(`${place} is left out: ${wordsOf(error)}`);
    });
    if (digest !== undefined) merged.push({ commit, digest, snapshot, place });
  }
  const { versions, takenBack } = standing(merged);
  for (const { place } of takenBack) left.push(`${place} was taken back later and does not count as accepted.`);
  const models: AcceptedModel[] = [];
  for (const { snapshot, place: name, digest } of versions.slice(0, asked.history)) {
    const why = await fedOtherwise(snapshot, config, model);
    if (why) left.push(`${name} is left out: ${why}`);
    else models.push({ name, digest, open: () => copied(snapshot, path) });
  }
  const cut = shallow
    ? '; older ones this shallow clone does not have (`fetch-depth: 0`, or `git fetch --unshallow`)'
    : '';
  left.push(`History: ${commits.length} commits of ${branch} changed ${model.shown(model.path)}${cut}.`);
  return { models, left };
}

const withoutHistory = (message: string): CamdriftError =>
  new CamdriftError('usage-wrong', message, {
    remedy: 'Name the models that you accept with --models, or a branch of the clone with --branch.',
  });

/** Without Git LFS objects: their pointers hold the hashes. */
async function digestAt(snapshot: Snapshot, path: string, { at, words }: Deadline): Promise<string> {
  if (performance.now() > at) throw new CamdriftError('timed-out', `The time is over: ${words}.`);
  return inFolder(folder => baseModel(snapshot, path, folder).digest());
}

/** The model on disk, until it is let go. */
async function copied(snapshot: Snapshot, path: string): ReturnType<AcceptedModel['open']> {
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-earlier-'));
  const gone = () => rm(folder, { recursive: true, force: true });
  const found = await baseModel(snapshot, path, folder)
    .path()
    .catch(async error => {
      await gone();
      throw error;
    });
  return { path: found, [Symbol.asyncDispose]: gone };
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-earlier-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @throws what is no problem of one version */
export function wordsOf(error: unknown): string {
  if (error instanceof CamdriftError) return error.message;
  throw error;
}
