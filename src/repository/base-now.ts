import { coordinates, type Repository } from './repository.ts';

/** The branch that a pull request goes to at this moment: it may have been another one when the event came. */
export async function baseNow(repository: Repository, number: number): Promise<string> {
  const { data } = await repository.api.rest.pulls.get({ ...coordinates(repository), pull_number: number });
  return data.base.ref;
}
