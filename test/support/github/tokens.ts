import { randomBytes } from 'node:crypto';

export type Scope = 'contents' | 'pull-requests' | 'statuses' | 'actions';
export type Permissions = Readonly<Partial<Record<Scope, 'read' | 'write'>>>;
/**
 * `write`: `GITHUB_TOKEN` of a run of this repository. `read`: the one of a fork's or of Dependabot's pull request. With
 * `user` it is a person's own, else it is a workflow's.
 */
export type TokenKind = 'write' | 'read' | (Permissions & { readonly user?: string });

/** Whoever a token stands for. */
export interface Viewer {
  readonly login: string;
  /** Whether it is a workflow's token: it has no user behind it. */
  readonly isInstallation: boolean;
  readonly permissions: Permissions;
}

export interface Tokens {
  /** Always the same token for the same kind. */
  issue(kind: TokenKind): string;
  find(token: string): Viewer | undefined;
  all(): readonly string[];
}

export const bot = 'github-actions[bot]';

export function tokens(): Tokens {
  const viewers = new Map<string, Viewer>();
  const byKind = new Map<string, string>();
  const issue = (kind: TokenKind): string => {
    const viewer = viewerOf(kind);
    const token = `${viewer.isInstallation ? 'ghs' : 'ghp'}_${randomBytes(18).toString('hex')}`;
    viewers.set(token, viewer);
    return token;
  };
  return {
    issue: kind => {
      const key = JSON.stringify(kind);
      const token = byKind.get(key) ?? issue(kind);
      byKind.set(key, token);
      return token;
    },
    find: token => viewers.get(token),
    all: () => [...viewers.keys()],
  };
}

/** The token of an `Authorization` header: `token X`, `Bearer X`, or the password of `Basic`. */
export function tokenIn(authorization: string | undefined): string | undefined {
  const [scheme = '', credentials = ''] = (authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'basic') return credentials || undefined;
  return Buffer.from(credentials, 'base64')
    .toString()
    .replace(/^[^:]*:/, '');
}

export function may(viewer: Viewer, action: 'read' | 'write', scope: Scope, isPrivate: boolean): boolean {
  const granted = viewer.permissions[scope];
  return granted === 'write' || (action === 'read' && (granted === 'read' || !isPrivate));
}

function viewerOf(kind: TokenKind): Viewer {
  if (kind === 'write')
    return viewerOf({ ...readable, contents: 'write', 'pull-requests': 'write', statuses: 'write' });
  if (kind === 'read') return viewerOf(readable);
  const { user, ...permissions } = kind;
  return { login: user ?? bot, isInstallation: user === undefined, permissions };
}

const readable = { contents: 'read', 'pull-requests': 'read', statuses: 'read', actions: 'read' } as const;
