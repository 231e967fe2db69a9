import type { Incoming } from './incoming.ts';

export type Kind = 'rest' | 'graphql' | 'lfs' | 'download';

export interface Exchange {
  readonly method: string;
  /** With the query, without the prefix of an Enterprise server. */
  readonly path: string;
  /** 0 when the connection was dropped. */
  readonly status: number;
  readonly kind: Kind;
  /** Whose it was, if anybody's. */
  readonly token: string | undefined;
  /** Whether it was meant to change something. */
  readonly write: boolean;
  /** Whether request and answer were compared with what GitHub describes. */
  readonly validated: boolean;
}

/** Something that GitHub itself would not have taken, or would not have said. */
export interface Violation {
  readonly method: string;
  readonly path: string;
  readonly problem: string;
}

export interface Ledger {
  readonly exchanges: Exchange[];
  readonly violations: Violation[];
  violation(at: Pick<Incoming, 'method' | 'target'>, problem: string): void;
}

export function ledger(): Ledger {
  const violations: Violation[] = [];
  const violation: Ledger['violation'] = ({ method, target }, problem) =>
    void violations.push({ method, path: target, problem });
  return { exchanges: [], violations, violation };
}

export function listed(violations: readonly Violation[]): string {
  return violations.map(({ method, path, problem }) => `${method} ${path}: ${problem}`).join('\n');
}
