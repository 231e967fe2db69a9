import { commandsIn } from '../acceptance/command.ts';
import { decide, type Rights, type Role, type Statement, voided } from '../acceptance/decide.ts';
import { type Pair, pairOf } from '../acceptance/pair.ts';
import { apiWords, isForbidden } from '../repository/api-words.ts';
import { authorOf, lastEditor, roleOf, type SpokenComment, spokenComments } from '../repository/spoken.ts';
import type { ModelResult } from '../results/model.ts';
import type { Reason } from '../results/reason.ts';
import { worst } from '../results/verdict.ts';
import { rewriteAudit } from '../targets/directory.ts';
import type { Checked } from './check.ts';
import type { ActionWorld } from './world.ts';

/**
 * What people with the right to have accepted on the pull request, by name. The record is their comments, which are read anew at
 * each run: what they may do is asked now, and an acceptance holds for the pair of models and the reasons that its code names.
 */
export async function accepted(world: ActionWorld, number: number, checked: Checked): Promise<Checked> {
  const { results, folder } = checked;
  const pairs = new Map(results.models.flatMap(model => entry(model)));
  if (pairs.size === 0 || world.inputs['accept-by'] === 'nobody') return checked;
  const heard = await statements(world, number);
  const rights = heard.length > 0 ? await rightsOf(world, number, heard) : undefined;
  const models = results.models.map(model =>
    withPair(model, pairs.get(model.name), heard, rights, [...pairs.values()]),
  );
  const found = { ...results, models, verdict: worst(models.map(({ verdict }) => verdict)) };
  await rewriteAudit(folder, found);
  return { ...checked, results: found };
}

function entry(model: ModelResult): [string, Pair][] {
  const pair = pairOf(model);
  return pair ? [[model.name, pair]] : [];
}

function withPair(
  model: ModelResult,
  pair: Pair | undefined,
  heard: readonly Statement[],
  rights: Rights | undefined,
  pairs: readonly Pair[],
): ModelResult {
  if (!pair || !model.judged) return model;
  const asked = { ...model, pair: { code: pair.code, named: [...pair.named] } };
  if (!rights) return asked;
  const { accepted: statement, refused } = decide(pair, heard, rights);
  const notes = refused.map(({ by, refusal }): Reason => ({ level: 'pass', code: 'acceptance-refused', by, refusal }));
  if (statement) {
    const { by, why, url, named } = statement;
    const rest = model.reasons.filter(({ level }) => level !== 'fail').map(({ level }) => level);
    const verdict = worst(['accepted', ...rest]);
    return { ...asked, verdict, accepted: { by, why, url, named: [...named] }, reasons: [...model.reasons, ...notes] };
  }
  const gone = voided(pairs, heard, rights).map(
    ({ by, code }): Reason => ({ level: 'pass', code: 'acceptance-void', by, pair: code }),
  );
  return { ...asked, reasons: [...model.reasons, ...notes, ...gone] };
}

/** What cannot be read accepts nothing, and the log says so. */
async function statements(world: ActionWorld, number: number): Promise<Statement[]> {
  try {
    const comments = await spokenComments(world.repository, number);
    return (await Promise.all(comments.map(comment => statementsIn(world, comment)))).flat();
  } catch (error) {
    const remedy = isForbidden(error) ? ' The job needs `permissions: pull-requests: read`.' : '';
    world.runner.warning(`Whether somebody has accepted this could not be read (${apiWords(error)}).${remedy}`);
    return [];
  }
}

async function statementsIn({ repository }: ActionWorld, comment: SpokenComment): Promise<Statement[]> {
  const commands = commandsIn(comment.body);
  if (commands.length === 0) return [];
  const { author: by, url, created, updated, node } = comment;
  const isEdited = updated > created;
  const editor = isEdited ? await lastEditor(repository, node) : undefined;
  return commands.map(command => ({ ...command, by, url, at: updated, ...(editor !== undefined && { editor }) }));
}

async function rightsOf(world: ActionWorld, number: number, heard: readonly Statement[]): Promise<Rights> {
  const { repository, inputs } = world;
  const people = new Set(heard.flatMap(({ by, editor }) => (editor === undefined ? [by] : [by, editor])));
  const roles = new Map<string, Role>();
  for (const login of people)
    roles.set(login, login === '' ? 'unknown' : await roleOf(repository, login).catch(() => 'unknown' as const));
  return { by: inputs['accept-by'], author: await authorOf(repository, number), roles };
}
