import { sep } from 'node:path';
import type { Audit } from '../audit.ts';
import type { Watched } from '../changes/watched.ts';
import type { ChangedFiles } from '../repository/changed-files.ts';
import type { Reason } from '../results/reason.ts';
import type { ModelResult } from '../results/results.ts';

/** What a message written on this machine needs to be read elsewhere. */
export interface Told {
  /** Folders of this machine, and the words that stand for each: none for the repository itself. */
  readonly folders: readonly (readonly [folder: string, words: string])[];
  /** A file of the model that the change takes away, by the model's name. */
  readonly gone: ReadonlyMap<string, string>;
  readonly configuration: string;
}

/** Of each model the first of its files that the change removes or moves away, while the configuration still names it. */
export function goneFiles({ files }: ChangedFiles, watched: readonly Watched[]): Map<string, string> {
  const away = new Set(files.flatMap(file => (file.status === 'removed' ? file.path : (file.previous ?? []))));
  return new Map(
    watched.flatMap(({ name, files: own }) => {
      const path = own.find(file => away.has(file));
      return path === undefined ? [] : [[name, path] as const];
    }),
  );
}

/** An audit in the repository's own paths: where a runner keeps its files says nothing to the reader of a comment. */
export function inOwnPaths({ results, pictures }: Audit, told: Told): Audit {
  const own = (model: ModelResult) => readable(model, told);
  return {
    results: { ...results, models: results.models.map(own) },
    pictures: pictures.map(each => ({ ...each, result: own(each.result) })),
  };
}

function readable(model: ModelResult, told: Told): ModelResult {
  const plain = (text: string) =>
    told.folders.reduce((said, [folder, words]) => said.replaceAll(`${folder}${sep}`, words), text);
  const { error } = model;
  return {
    ...model,
    reasons: model.reasons.map(reason => inPlainPaths(reason, plain)),
    ...(error && { error: { ...error, message: plain(error.message), remedy: remedy(model, told) ?? error.remedy } }),
    fixtures: model.fixtures.map(each => (each.reason === undefined ? each : { ...each, reason: plain(each.reason) })),
  };
}

/** Every fact that is text, for each may quote an error. */
const inPlainPaths = (reason: Reason, plain: (text: string) => string): Reason =>
  JSON.parse(JSON.stringify(reason), (_, fact) => (typeof fact === 'string' ? plain(fact) : fact));

function remedy({ name, error }: ModelResult, { gone, configuration }: Told): string | undefined {
  const path = gone.get(name);
  if (path === undefined || error?.code !== 'model-unreadable') return undefined;
  return `This change removes ${path} while ${configuration} still names the model \`${name}\`: bring the file back, or take the model out of the configuration.`;
}
