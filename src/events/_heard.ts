import { decide, type Rights, type Statement, voided } from '../acceptance/decide.ts';
import type { Heard, Part } from '../reports/comment/comment.ts';
import { sentenceOf } from '../reports/reasons.ts';
import type { Acceptance } from '../results/model.ts';

export type Offer = NonNullable<Part['offer']>;

export interface Words extends Omit<Heard, 'check'> {
  readonly refused: readonly Statement[];
}

/** What people have said about what a job offers to accept: who may is said by this workflow, and by the job. */
export function wordsOn(offer: Offer, statements: readonly Statement[], rights: Rights): Words {
  const rules = [...new Set([rights.by, offer.by])].map(by => ({ ...rights, by }));
  const accepted = new Map<string, Acceptance>();
  const notes = new Set<string>();
  const refused: Statement[] = [];
  for (const pair of offer.models) {
    const decisions = rules.map(each => decide(pair, statements, each));
    const held = decisions.map(each => each.accepted);
    if (held.every(each => each !== undefined)) accepted.set(pair.code, held[0]!);
    const all = decisions.flatMap(each => each.refused);
    refused.push(...all);
    // Strangers are answered by a reaction, and do not write into our comment.
    for (const { by, refusal } of all)
      if (rights.roles.get(by) !== 'none')
        notes.add(sentenceOf({ level: 'pass', code: 'acceptance-refused', by, refusal }));
  }
  for (const { by, code } of voided(offer.models, statements, rules.at(-1)!))
    notes.add(sentenceOf({ level: 'pass', code: 'acceptance-void', by, pair: code }));
  return { accepted, notes: [...notes], refused };
}
