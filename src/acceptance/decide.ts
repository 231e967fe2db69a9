import type { Acceptance } from '../results/model.ts';
import type { Refusal } from '../results/refusal.ts';
import type { Command } from './command.ts';
import type { Pair } from './pair.ts';

/** GitHub's roles, as far as they matter; `unknown` when it would not say. */
export type Role = 'admin' | 'maintain' | 'write' | 'none' | 'unknown';

/** Who may accept; the author of a pull request among them only where it says so. */
export const acceptBy = ['not-author', 'maintainers', 'anyone-with-write', 'nobody'] as const;
export type AcceptBy = (typeof acceptBy)[number];

/** A command, and who stands behind it. */
export interface Statement extends Command {
  readonly by: string;
  /** Who had the last hand in it, where that is known to be somebody else. */
  readonly editor?: string | undefined;
  readonly url: string;
  /** When it got the words that it has. */
  readonly at: Date;
}

export interface Rights {
  readonly by: AcceptBy;
  /** Who opened the pull request. */
  readonly author: string;
  readonly roles: ReadonlyMap<string, Role>;
}

/** What became of what was said of one pair. */
export interface Decision {
  /** The statement that holds, or what a file of the base branch says. */
  readonly accepted: Acceptance | undefined;
  readonly refused: readonly (Statement & { readonly refusal: Refusal })[];
}

/**
 * The last word of those who may say it holds.
 * @param filed what held before anybody spoke
 */
export function decide(pair: Pair, statements: readonly Statement[], rights: Rights, filed?: Acceptance): Decision {
  let accepted = filed;
  const refused: (Statement & { refusal: Refusal })[] = [];
  for (const statement of inOrder(statements.filter(({ code }) => code === pair.code))) {
    const refusal = refusalOf(statement, pair, rights);
    if (refusal) refused.push({ ...statement, refusal });
    else accepted = statement.verb === 'accept' ? wordOf(statement) : undefined;
  }
  return { accepted, refused };
}

const wordOf = ({ by, why, url, named }: Statement): Acceptance => ({ by, why, url, named });

/** Acceptances, by those who may, of what is no longer there: another model, or other reasons. */
export function voided(pairs: readonly Pair[], statements: readonly Statement[], rights: Rights): readonly Statement[] {
  const known = new Set(pairs.map(({ code }) => code));
  const last = new Map(
    inOrder(statements)
      .filter(each => !whyNot(each, rights))
      .map(each => [each.code, each]),
  );
  return [...last.values()].filter(({ code, verb }) => verb === 'accept' && !known.has(code));
}

const inOrder = (statements: readonly Statement[]) => statements.toSorted((a, b) => a.at.getTime() - b.at.getTime());

function refusalOf(statement: Statement, { named }: Pair, rights: Rights): Refusal | undefined {
  const why = whyNot(statement, rights);
  if (why || statement.verb === 'reject') return why;
  const missing = named.filter(name => !statement.named.includes(name));
  if (missing.length > 0) return { why: 'names', missing };
  return statement.why === '' ? { why: 'no-reason' } : undefined;
}

function whyNot({ by, editor, verb }: Statement, rights: Rights): Refusal | undefined {
  const own = mayNot(by, verb, rights);
  if (own) return { why: own };
  return editor !== undefined && editor !== by && mayNot(editor, verb, rights) ? { why: 'editor' } : undefined;
}

/** Taking back is no privilege of others: the author may be the first to see a mistake. */
function mayNot(who: string, verb: Command['verb'], { by, author, roles }: Rights) {
  const role = roles.get(who) ?? 'unknown';
  if (role === 'unknown') return 'role-unknown';
  if (!enough[by].includes(role)) return 'role';
  return by === 'not-author' && who === author && verb === 'accept' ? 'author' : undefined;
}

const writers: readonly Role[] = ['admin', 'maintain', 'write'];
const enough: Readonly<Record<AcceptBy, readonly Role[]>> = {
  'not-author': writers,
  'anyone-with-write': writers,
  maintainers: ['admin', 'maintain'],
  nobody: [],
};
