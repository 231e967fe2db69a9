import type { TestContext } from 'node:test';
import sharp from 'sharp';
import type { Change } from '../../src/results/change.ts';
import type { FixtureResult } from '../../src/results/fixture.ts';
import type { WrittenResults } from '../../src/results-file/schema.ts';
import { fileOf, fixture, model, results, type SomeModel } from './results.ts';
import { modelFiles, projectFiles, type Scene, scene, shortcut } from './scene.ts';
import { finishedRun, fork, type SpeakOptions, speakFor } from './second-workflow.ts';

/**
 * A pull request from a fork, on whose behalf anything can be claimed: the fork's own run never takes place. No probes are
 * asked for, so that claims need not speak of them.
 */
export async function claimant(t: TestContext, config?: object): Promise<Scene> {
  const before = await projectFiles({ models: { tiny: {}, other: {} }, config: { probes: 'none', ...config } });
  return scene(t, { before, after: await modelFiles('models/tiny', shortcut), fork });
}

/** WrittenResults of the model `tiny` as an audit of the pull request might write them. */
export function claimsOf(
  { github, number }: Scene,
  fixtures: readonly FixtureResult[],
  more: SomeModel = {},
): WrittenResults {
  const { head, mergeBase } = github.pullRequest(number);
  const change: Change = { head, base: mergeBase, baseRef: 'main', unchanged: ['other'], ...nothing() };
  const found = model(fixtures, { name: 'tiny', path: 'models/tiny', ...more });
  return fileOf({ ...results(found), verdict: found.verdict, change });
}

const nothing = (): Omit<Change, 'head' | 'base' | 'baseRef' | 'unchanged'> => ({
  ...{ removed: [], renamed: [], edits: [], settings: [] },
  policyFrom: 'head',
});

/** A stranger's model that looks elsewhere, said to be harmless. */
export const whitewashed = (scene: Scene, more: SomeModel = {}): WrittenResults =>
  claimsOf(scene, [fixture('images/1.png', 0.3, { status: 'steady' })], { verdict: 'pass', reasons: [], ...more });

export const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

/** What the second workflow makes of an artifact. */
export async function speakOf(
  t: TestContext,
  scene: Scene,
  left: Parameters<typeof finishedRun>[1],
  options: SpeakOptions = {},
) {
  const before = scene.github.exchanges.length;
  const ran = await speakFor(t, scene.github, finishedRun(scene, left), options);
  return { ...ran, written: scene.github.exchanges.slice(before).filter(({ write }) => write) };
}

/** A lossy WebP, as montages are, of one colour. */
export const montage = (width = 680, height = 200): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#883322' } })
    .webp({ quality: 60 })
    .toBuffer();
