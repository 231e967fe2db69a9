import type { TestContext } from 'node:test';
import { stringify } from 'yaml';
import { believing, type ModelServer, modelServer, withoutModels } from './elsewhere.ts';
import { type Files, type RunOptions, retrained, type Scene, type SceneResult, scene, shortcut } from './scene.ts';

export const usual = { 'max-images': '0', 'allow-hosts': '127.0.0.1' };

/** A configuration with one model, wherever it lies. */
export const configText = (model: object): string =>
  stringify({
    models: [{ name: 'tiny', ...model }],
    ...{ engine: 'wasm', jobs: 1, preprocess: 'unit', fixtures: ['images/*'], probes: 'none' },
  });

export interface Opened {
  /** What else changes. */
  readonly more?: Files;
  readonly fork?: string;
}

/** A project whose model lies at an address, and a change of its configuration or of other files. */
export async function opened(
  t: TestContext,
  before: object,
  after: object | undefined,
  { more = {}, fork }: Opened = {},
): Promise<Scene> {
  return scene(t, {
    before: { ...(await withoutModels()), 'camdrift.yml': configText(before) },
    after: { ...(after && { 'camdrift.yml': configText(after) }), 'notes.md': 'words', ...more },
    ...(fork && { fork }),
  });
}

/** The same, and the job that runs on it. */
export async function changed(
  t: TestContext,
  before: object,
  after: object | undefined,
  { run = {}, ...options }: Opened & { readonly run?: RunOptions } = {},
): Promise<Scene & { readonly ran: SceneResult }> {
  const made = await opened(t, before, after, options);
  const { env, inputs, ...rest } = run;
  const ran = await made.run({ ...rest, inputs: { ...usual, ...inputs }, env: { ...believing, ...env } });
  return { ...made, ran };
}

export const ending = ({ code, outputs }: SceneResult) => [code, outputs.verdict];
export const messageOf = ({ results }: SceneResult): string => results!.models[0]!.error!.message;

/** The model as it was, an honest retrain and a shortcut, at addresses of this machine. */
export const models = (t: TestContext): Promise<ModelServer> => modelServer(t, { first: {}, retrained, shortcut });
