import { acceptedModel } from '../acceptance/apply.ts';
import { decide, type Rights, type Statement, voided } from '../acceptance/decide.ts';
import { type Pair, pairOf } from '../acceptance/pair.ts';
import { type ListedComment, openerOf } from '../repository/comments.ts';
import type { ModelResult } from '../results/model.ts';
import type { Reason } from '../results/reason.ts';
import { worst } from '../results/verdict.ts';
import { rewriteAudit } from '../targets/directory.ts';
import type { FiledWord } from './_base-acceptance.ts';
import { rightsOf, saidOn } from './_statements.ts';
import type { Checked } from './check.ts';
import type { ActionWorld } from './world.ts';

export interface Accepted extends Checked {
  /** The comments, when they were read. */
  readonly listed?: readonly ListedComment[] | undefined;
}

/**
 * What people with the right to have accepted, by name. The record is their comments on the pull request, which are read anew at
 * each run: what they may do is asked now, and an acceptance holds for the pair of models and the reasons that its code names.
 * A file that the base branch has holds as well, until somebody who may takes it back.
 * @param number of the pull request; undefined when there is none to ask
 */
export async function accepted(world: ActionWorld, number: number | undefined, checked: Checked): Promise<Accepted> {
  const { results, folder, filed } = checked;
  const pairs = new Map(results.models.flatMap(model => entry(model)));
  if (pairs.size === 0 || world.inputs['accept-by'] === 'nobody') return checked;
  const said = number === undefined ? undefined : await saidOn(world, number);
  const statements = said?.statements ?? [];
  const opener = number !== undefined && statements.length > 0 && (await openerOf(world.repository, number));
  const rights = opener ? await rightsOf(world, opener.author, statements) : undefined;
  const offered = number !== undefined;
  const models = results.models.map(model =>
    withPair(model, pairs, filed?.get(model.name), { statements, rights, offered }),
  );
  const found = { ...results, models, verdict: worst(models.map(({ verdict }) => verdict)) };
  await rewriteAudit(folder, found);
  return { ...checked, results: found, listed: said?.listed };
}

function entry(model: ModelResult): [string, Pair][] {
  const pair = pairOf(model);
  return pair ? [[model.name, pair]] : [];
}

interface Spoken {
  readonly statements: readonly Statement[];
  /** Undefined when nobody has spoken. */
  readonly rights: Rights | undefined;
  /** Whether there is a pull request on which somebody could accept it. */
  readonly offered: boolean;
}

function withPair(
  model: ModelResult,
  pairs: ReadonlyMap<string, Pair>,
  filed: FiledWord | undefined,
  { statements, rights, offered }: Spoken,
): ModelResult {
  const pair = pairs.get(model.name);
  if (!pair || !model.judged) return model;
  const { accepted: word, refused } = rights
    ? decide(pair, statements, rights, filed?.accepted)
    : { accepted: filed?.accepted, refused: [] };
  const notes = refused.map(({ by, refusal }): Reason => ({ level: 'pass', code: 'acceptance-refused', by, refusal }));
  if (word) return { ...acceptedModel(model, pair, word), reasons: [...model.reasons, ...notes] };
  const old = [...(rights ? voided([...pairs.values()], statements, rights) : []), ...(filed?.void ?? [])];
  const gone = old.map(({ by, code }): Reason => ({ level: 'pass', code: 'acceptance-void', by, pair: code }));
  const asked = offered ? { ...model, pair: { code: pair.code, named: [...pair.named] } } : model;
  return { ...asked, reasons: [...model.reasons, ...notes, ...gone] };
}
