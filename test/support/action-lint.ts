import { registerHooks } from 'node:module';
import type { validate } from '@actions/languageservice';
import { manifest } from './action.ts';

/** What GitHub's own linter complains about in a workflow, with line numbers; steps that use camdrift are held against action.yml. */
export function lintWorkflow(text: string): Promise<string[]> {
  return lint('.github/workflows/example.yml', text);
}

/** What it complains about in an action's manifest. */
export function lintAction(text: string): Promise<string[]> {
  return lint('action.yml', text);
}

async function lint(path: string, text: string): Promise<string[]> {
  // The service remembers what it has parsed by address.
  const uri = `file:///${documents++}/${path}`;
  swallowed.length = 0;
  const { validate } = await service;
  const found = await validate({ uri, getText: () => text } as Document, {
    actionsMetadataProvider,
    contextProviderConfig,
  });
  if (swallowed.length > 0) throw new Error(`The linter gave up: ${swallowed.join('; ')}`);
  return found.map(({ range, message }) => `line ${range.start.line + 1}: ${message}`);
}

type Document = Parameters<typeof validate>[0];
type Config = NonNullable<Parameters<typeof validate>[1]>;
let documents = 0;
const swallowed: string[] = [];
const service = load();

/** It imports JSON files as bundlers understand it; Node asks for an attribute, which is supplied here. */
async function load(): Promise<typeof import('@actions/languageservice')> {
  const hooks = registerHooks({
    load: (url, context, next) =>
      next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
  });
  try {
    const loaded = await import('@actions/languageservice');
    const quiet = () => undefined;
    // A crash of the linter would otherwise look like a clean file.
    loaded.registerLogger({ log: quiet, info: quiet, warn: quiet, error: message => swallowed.push(message) });
    return loaded;
  } finally {
    hooks.deregister();
  }
}

/** An action that is not known here is a complaint, so that its inputs are looked up before it is used in an example. */
const actionsMetadataProvider: NonNullable<Config['actionsMetadataProvider']> = {
  fetchActionMetadata: async ({ owner, name }) => {
    if (`${owner}/${name}` === 'camdrift/camdrift') return manifest;
    const inputs = otherActions[`${owner}/${name}`];
    return inputs && { name, description: name, inputs: describe(inputs) };
  },
};

const otherActions: Readonly<Record<string, readonly string[]>> = {
  'actions/cache': [
    'path',
    'key',
    'restore-keys',
    'upload-chunk-size',
    'enableCrossOsArchive',
    'fail-on-cache-miss',
    'lookup-only',
    'save-always',
  ],
  'actions/checkout': ['repository', 'ref', 'token', 'persist-credentials', 'path', 'fetch-depth', 'lfs', 'submodules'],
  'actions/upload-artifact': [
    'name',
    'path',
    'if-no-files-found',
    'retention-days',
    'overwrite',
    'include-hidden-files',
  ],
  'actions/download-artifact': ['name', 'path', 'pattern', 'merge-multiple', 'run-id', 'github-token'],
};

function describe(inputs: readonly string[]): Record<string, { description: string }> {
  return Object.fromEntries(inputs.map(name => [name, { description: name }]));
}

/** The service takes any output of a step for given; those of camdrift's are known. `undefined`: as without this. */
const contextProviderConfig: NonNullable<Config['contextProviderConfig']> = {
  getContext: async (name, context, { job }) => {
    if (name !== 'steps' || !context || !job || !('steps' in job)) return undefined;
    for (const step of job.steps) {
      const known = context.get(step.id) as Dictionary | undefined;
      if (known && 'uses' in step && step.uses.value.startsWith('camdrift/camdrift@')) restrictOutputs(known);
    }
    return context;
  },
};

type Dictionary = NonNullable<Parameters<NonNullable<Config['contextProviderConfig']>['getContext']>[1]>;

function restrictOutputs(step: Dictionary): void {
  const outputs = step.get('outputs') as Dictionary;
  for (const name of Object.keys(manifest.outputs)) outputs.add(name, step.get('conclusion')!);
  outputs.complete = true;
}
