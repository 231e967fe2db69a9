import { notFound, type Route } from '../call.ts';
import { user } from './_shapes.ts';

/** What somebody may do here: GitHub's five roles, and the three that it used to have. */
const permission: Route = {
  method: 'GET',
  template: '/repos/{owner}/{repo}/collaborators/{username}/permission',
  answer: ({ world, params, links }) => {
    const login = String(params.username);
    const role = world.roles.get(login);
    if (login.endsWith('[bot]')) throw notFound();
    const old = {
      admin: 'admin',
      maintain: 'write',
      write: 'write',
      triage: 'read',
      read: 'read',
      none: 'none',
    } as const;
    const named = role ?? (world.isPrivate ? 'none' : 'read');
    const may = {
      pull: named !== 'none',
      triage: ['triage', 'write', 'maintain', 'admin'].includes(named),
      push: ['write', 'maintain', 'admin'].includes(named),
      maintain: ['maintain', 'admin'].includes(named),
      admin: named === 'admin',
    };
    const person = { ...user(world, login, links), permissions: may, role_name: named };
    return { status: 200, body: { permission: old[named], role_name: named, user: person } };
  },
};

export const people: readonly Route[] = [permission];
