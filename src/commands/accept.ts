import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type AcceptedFile, acceptedFileSchema, acceptedFolder, acceptedName } from '../acceptance/file.ts';
import { pairOf } from '../acceptance/pair.ts';
import { audit } from '../audit.ts';
import { CamdriftError, exitCodes } from '../errors.ts';
import { oneLine } from '../reports/printable.ts';
import { sentenceOf } from '../reports/reasons.ts';
import type { ModelResult } from '../results/model.ts';
import { configOf } from './configuration.ts';
import type { AuditOptions } from './options.ts';
import { startedEngine, type World, writable } from './world.ts';

export interface AcceptOptions extends AuditOptions {
  readonly reason: string;
  readonly by?: string;
  readonly named?: readonly string[];
  readonly only?: string;
}

/** `camdrift accept`: audits, and writes a file under whose name `camdrift audit --accepted` lets pass what failed. */
export async function acceptCommand(options: AcceptOptions, world: World): Promise<number> {
  const config = await configOf(options, world);
  await using engine = await startedEngine(config.engine, world);
  const { results } = await audit(config, engine, world.terminal.progress, world.now);
  const failed = results.models.filter(({ name }) => options.only === undefined || name === options.only);
  const files = failed.flatMap(model => fileOf(model, options, world));
  if (files.length === 0)
    throw new CamdriftError('usage-wrong', 'There is nothing to accept: no model that was looked at fails.', {
      remedy: 'What could not be judged cannot be accepted: `camdrift audit` says what is missing.',
    });
  const folder = join(dirname(resolve(world.cwd, options.config ?? 'camdrift.yml')), acceptedFolder);
  for (const [index, file] of files.entries()) {
    const name = acceptedName(file.baseline, file.candidate);
    // The same two models may be accepted more than once: explained at several layers, or under several names.
    const isFirst = files.findIndex(each => acceptedName(each.baseline, each.candidate) === name) === index;
    const path = join(folder, `${name}${isFirst ? '' : `.${file.code}`}.json`);
    await writable(dirname(path));
    await writeFile(path, `${JSON.stringify(file, undefined, 1)}\n`);
    world.terminal.out(oneLine(`${file.model}: accepted by ${file.by}: ${file.why}. Written to ${path}.`));
  }
  return exitCodes.pass;
}

function fileOf(
  model: ModelResult,
  { reason, by, named = [] }: AcceptOptions,
  { env, now, terminal }: World,
): AcceptedFile[] {
  const pair = pairOf(model);
  if (!pair || !model.candidate) return [];
  const missing = pair.named.filter(name => !named.includes(name));
  if (missing.length > 0)
    throw new CamdriftError(
      'usage-wrong',
      `${model.name} fails by ${missing.join(', ')}, which is accepted by name only.`,
      {
        remedy: `Look at it, and if it is meant: --named ${pair.named.join(',')}.`,
      },
    );
  for (const each of model.reasons)
    if (each.level === 'fail') terminal.note(oneLine(`${model.name}: ${sentenceOf(each)}`));
  const file = {
    ...{ version: 1, model: model.name, code: pair.code, named: [...pair.named] },
    ...{ baseline: model.baseline?.model.digest ?? null, candidate: model.candidate.model.digest },
    ...{ by: by ?? env.USER ?? 'somebody', why: reason.trim(), at: now().toISOString() },
  };
  const read = acceptedFileSchema.safeParse(file);
  if (read.success) return [read.data];
  throw new CamdriftError('usage-wrong', 'A reason is 1 to 1000 characters, and a name 1 to 100.', {
    cause: read.error,
  });
}
