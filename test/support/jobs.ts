import type { TestContext } from 'node:test';
import {
  configText,
  modelFiles,
  projectFiles,
  type RunOptions,
  retrained,
  type Scene,
  scene,
  shortcut,
} from './scene.ts';

/** All that two jobs need which both speak and set the status. */
export const everything = { contents: 'write', 'pull-requests': 'write', statuses: 'write' } as const;

/** Two models, each with a configuration of its own. The pull request breaks `a` and retrains `b`. */
export async function twoConfigurations(t: TestContext, fork?: string): Promise<Scene> {
  const models = { a: {}, b: {} };
  return scene(t, {
    before: {
      ...(await projectFiles({ models })),
      'a.yml': configText(['a']),
      'b.yml': configText(['b']),
      'camdrift.yml': null,
    },
    after: { ...(await modelFiles('models/a', shortcut)), ...(await modelFiles('models/b', retrained)) },
    ...(fork !== undefined && { fork }),
  });
}

/** The job `name` with the configuration of that name. */
export const job = (name: string, { inputs, env, ...options }: RunOptions = {}): RunOptions => ({
  may: everything,
  inputs: { config: `${name}.yml`, ...inputs },
  env: { GITHUB_JOB: name, ...env },
  ...options,
});

/** Of every context the state that holds. */
export const states = ({ github, number }: Pick<Scene, 'github' | 'number'>): Record<string, string> =>
  Object.fromEntries(github.statuses(github.pullRequest(number).head).map(({ context, state }) => [context, state]));
