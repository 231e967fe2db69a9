import { sep } from 'node:path';
import type { Audit } from '../audit.ts';
import type { DecidingFiles } from '../changes/deciding-files.ts';
import type { ChangedFiles } from '../repository/changed-files.ts';
import type { FixtureResult } from '../results/fixture.ts';
import type { JudgedModel, ModelResult } from '../results/model.ts';
import type { Reason } from '../results/reason.ts';

/** What a message written on this machine needs to be read elsewhere. */
export interface OwnPaths {
  /** Folders of this machine, and the words that stand for each: none for the repository itself. */
  readonly folders: readonly (readonly [folder: string, words: string])[];
  /** A file of the model that the change takes away, by the model's name. */
  readonly gone: ReadonlyMap<string, string>;
  readonly configuration: string;
}

/** Of each model the first of its files that the change removes or moves away, while the configuration still names it. */
export function goneFiles({ files }: ChangedFiles, watched: readonly DecidingFiles[]): Map<string, string> {
  const away = new Set(files.flatMap(file => (file.status === 'removed' ? file.path : (file.previous ?? []))));
  return new Map(
    watched.flatMap(({ name, files: own }) => {
      const path = own.find(file => away.has(file));
      return path === undefined ? [] : [[name, path] as const];
    }),
  );
}

/** An audit in the repository's own paths: where a runner keeps its files says nothing to the reader of a comment. */
export function inOwnPaths({ results, pictures }: Audit, told: OwnPaths): Audit {
  return {
    results: { ...results, models: results.models.map(model => readable(model, told)) },
    pictures: pictures.map(each => ({ ...each, result: readableFixtures(each.result, told) })),
  };
}

function readable(model: ModelResult, told: OwnPaths): ModelResult {
  if (model.judged) return readableFixtures(model, told);
  const reasons = model.reasons.map(reason => inPlainPaths(reason, told));
  const { error } = model;
  if (!error) return { ...model, reasons };
  const message = plain(error.message, told);
  return { ...model, reasons, error: { ...error, message, remedy: remedy(model, told) ?? error.remedy } };
}

const readableFixtures = (model: JudgedModel, told: OwnPaths): JudgedModel => ({
  ...model,
  reasons: model.reasons.map(reason => inPlainPaths(reason, told)),
  fixtures: model.fixtures.map(
    (each): FixtureResult => (each.reason === undefined ? each : { ...each, reason: plain(each.reason, told) }),
  ),
});

const plain = (text: string, { folders }: OwnPaths): string =>
  folders.reduce((said, [folder, words]) => said.replaceAll(`${folder}${sep}`, words), text);

/** Every fact that is text, for each may quote an error. */
const inPlainPaths = (reason: Reason, told: OwnPaths): Reason =>
  JSON.parse(JSON.stringify(reason), (_, fact) => (typeof fact === 'string' ? plain(fact, told) : fact));

function remedy({ name, error }: ModelResult, { gone, configuration }: OwnPaths): string | undefined {
  const path = gone.get(name);
  if (path === undefined || error?.code !== 'model-unreadable') return undefined;
  return `This change removes ${path} while ${configuration} still names the model \`${name}\`: bring the file back, or take the model out of the configuration.`;
}
