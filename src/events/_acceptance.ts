import { acceptedModel } from '../acceptance/apply.ts';
import { decide, type Rights, type Statement, voided } from '../acceptance/decide.ts';
import { type Pair, pairOf } from '../acceptance/pair.ts';
import { type ListedComment, openerOf } from '../repository/spoken.ts';
import type { ModelResult } from '../results/model.ts';
import type { Reason } from '../results/reason.ts';
import { worst } from '../results/verdict.ts';
import { rewriteAudit } from '../targets/directory.ts';
import { rightsOf, saidOn } from './_statements.ts';
import type { Checked } from './check.ts';
import type { ActionWorld } from './world.ts';

export interface Accepted extends Checked {
  /** The comments, when they were read. */
  readonly listed?: readonly ListedComment[] | undefined;
}

/**
 * What people with the right to have accepted on the pull request, by name. The record is their comments, which are read anew at
 * each run: what they may do is asked now, and an acceptance holds for the pair of models and the reasons that its code names.
 */
export async function accepted(world: ActionWorld, number: number, checked: Checked): Promise<Accepted> {
  const { results, folder } = checked;
  const pairs = new Map(results.models.flatMap(model => entry(model)));
  if (pairs.size === 0 || world.inputs['accept-by'] === 'nobody') return checked;
  const said = await saidOn(world, number);
  const heard = said?.statements ?? [];
  const opener = heard.length > 0 ? await openerOf(world.repository, number) : undefined;
  const rights = opener && (await rightsOf(world, opener.author, heard));
  const models = results.models.map(model =>
    withPair(model, pairs.get(model.name), heard, rights, [...pairs.values()]),
  );
  const found = { ...results, models, verdict: worst(models.map(({ verdict }) => verdict)) };
  await rewriteAudit(folder, found);
  return { ...checked, results: found, listed: said?.listed };
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
    const told = acceptedModel(model, pair, { by, why, url, named: [...named] });
    return { ...told, reasons: [...model.reasons, ...notes] };
  }
  const gone = voided(pairs, heard, rights).map(
    ({ by, code }): Reason => ({ level: 'pass', code: 'acceptance-void', by, pair: code }),
  );
  return { ...asked, reasons: [...model.reasons, ...notes, ...gone] };
}
