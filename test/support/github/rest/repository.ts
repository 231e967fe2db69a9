import { forbidden, type Route } from '../call.ts';
import { repository, user } from './_shapes.ts';

const ours: Route = {
  method: 'GET',
  template: '/repos/{owner}/{repo}',
  answer: ({ world, links }) => ({
    status: 200,
    body: { ...repository(world, links), network_count: 0, subscribers_count: 0 },
  }),
};

const me: Route = {
  method: 'GET',
  template: '/user',
  answer: ({ world, viewer, links }) => {
    if (viewer.isInstallation) throw forbidden();
    const born = '2019-05-15T15:20:18Z';
    const profile = { name: null, company: null, blog: '', location: null, email: null, hireable: null, bio: null };
    const counts = { public_repos: 1, public_gists: 0, followers: 0, following: 0 };
    const body = { ...user(world, viewer.login, links), ...profile, ...counts, created_at: born, updated_at: born };
    return { status: 200, body };
  },
};

export const general: readonly Route[] = [ours, me];
