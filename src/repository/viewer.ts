import type { Repository } from './repository.ts';

const known = new WeakMap<Repository, string>();

/** The login of our token, of bots with its ending. Asked for once. */
export async function viewerOf(repository: Repository): Promise<string> {
  const login = known.get(repository) ?? (await asked(repository));
  learnViewer(repository, login);
  return login;
}

/** Whatever GitHub has just made for us tells it too. */
export function learnViewer(repository: Repository, login: string): void {
  known.set(repository, login);
}

async function asked({ api }: Repository): Promise<string> {
  const { viewer } = await api.graphql<{ readonly viewer: { readonly login: string } }>(
    'query CamdriftViewer { viewer { login } }',
  );
  return viewer.login;
}
