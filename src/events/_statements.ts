import { commandsIn } from '../acceptance/command.ts';
import type { Rights, Role, Statement } from '../acceptance/decide.ts';
import { apiWords, isForbidden } from '../repository/api-words.ts';
import {
  commentsOfPeople,
  type ListedComment,
  lastEditor,
  listedComments,
  type PersonsComment,
  roleOf,
} from '../repository/comments.ts';
import type { ActionWorld } from './world.ts';

export interface Said {
  readonly listed: readonly ListedComment[];
  readonly statements: readonly Statement[];
}

/** What people say on a pull request about acceptances. What cannot be read accepts nothing, and the log says so. */
export async function saidOn(world: ActionWorld, number: number): Promise<Said | undefined> {
  try {
    const listed = await listedComments(world.repository, number);
    const found = await Promise.all(commentsOfPeople(listed).map(comment => statementsIn(world, comment)));
    return { listed, statements: found.flat() };
  } catch (error) {
    const remedy = isForbidden(error) ? ' The job needs `permissions: pull-requests: read`.' : '';
    world.runner.warning(`Whether somebody has accepted this could not be read (${apiWords(error)}).${remedy}`);
    return undefined;
  }
}

async function statementsIn({ repository }: ActionWorld, comment: PersonsComment): Promise<Statement[]> {
  const commands = commandsIn(comment.body);
  if (commands.length === 0) return [];
  const { author: by, url, created, updated, node } = comment;
  const isEdited = updated > created;
  const editor = isEdited ? await lastEditor(repository, node) : undefined;
  return commands.map(command => ({ ...command, by, url, at: updated, ...(editor !== undefined && { editor }) }));
}

/** What all who have spoken may do now. */
export async function rightsOf(
  { repository, inputs }: ActionWorld,
  author: string,
  heard: readonly Statement[],
): Promise<Rights> {
  const people = new Set(heard.flatMap(({ by, editor }) => (editor === undefined ? [by] : [by, editor])));
  const roles = new Map<string, Role>();
  for (const login of people)
    roles.set(login, login === '' ? 'unknown' : await roleOf(repository, login).catch(() => 'unknown' as const));
  return { by: inputs['accept-by'], author, roles };
}
