import { type Answer, type Call, forbidden, type Links, notFound, Refusal, type Route } from './call.ts';
import { type Incoming, json } from './incoming.ts';
import type { Ledger } from './ledger.ts';
import { requestProblems, responseProblems } from './openapi.ts';
import { routes } from './rest/index.ts';
import { may, tokenIn, type Viewer } from './tokens.ts';
import type { World } from './world.ts';

export interface Outcome {
  readonly answer: Answer;
  readonly validated: boolean;
}

/** Answers as GitHub's REST API does. */
export async function rest(world: World, incoming: Incoming, links: Links, ledger: Ledger): Promise<Outcome> {
  const found = routeOf(incoming);
  if (!found) {
    ledger.violation(incoming, 'unknown endpoint');
    return { answer: refused(notFound()), validated: false };
  }
  const { route, params } = found;
  const answer = await answered(() => {
    const viewer = viewerOf(world, incoming);
    const body = bodyOf(incoming);
    const problems = body ? requestProblems(route, { params, query: incoming.query, body }) : ['the body is not JSON'];
    for (const problem of problems) ledger.violation(incoming, problem);
    if (!body || problems.length > 0) throw new Refusal(422, 'Invalid request.');
    const asked = repositoryOf(world, params);
    authorize(asked, viewer, route);
    return route.answer(callOf(asked, incoming, viewer, links, { params, body }));
  });
  for (const problem of responseProblems(route, answer))
    ledger.violation(incoming, `the stand-in's answer: ${problem}`);
  return { answer, validated: true };
}

/** @throws Refusal when the token is none of ours */
export function viewerOf(world: World, { headers }: Incoming): Viewer {
  const token = tokenIn(headers.authorization);
  const viewer = token && world.tokens.find(token);
  if (!viewer) throw new Refusal(401, token ? 'Bad credentials' : 'Requires authentication');
  return viewer;
}

/** What an attempt answers, also when it is refused. */
export async function answered(attempt: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    throw error;
  }
}

function refused({ status, message, errors }: Refusal): Answer {
  const more = errors.length > 0 ? { errors } : {};
  return { status, body: { message, ...more, documentation_url: 'https://docs.github.com/rest', status: `${status}` } };
}

function routeOf({ method, path }: Incoming): { route: Route; params: Record<string, string> } | undefined {
  for (const route of routes) {
    const match = route.method === method && patternOf(route).exec(path);
    if (match) {
      const decoded = Object.entries(match.groups ?? {}).map(([name, value]) => [
        name,
        decodeURIComponent(value ?? ''),
      ]);
      return { route, params: Object.fromEntries(decoded) };
    }
  }
  return undefined;
}

const patterns = new Map<Route, RegExp>();

function patternOf(route: Route): RegExp {
  const made = patterns.get(route) ?? new RegExp(`^${route.template.replaceAll(/\/\{(\w+)\}/g, group)}$`);
  patterns.set(route, made);
  return made;
}

/** Only paths and names of refs may have slashes that are not encoded. The path of the root is empty. */
function group(_: string, name: string): string {
  if (name === 'path') return '(?:/(?<path>.*))?';
  return ['ref', 'basehead'].includes(name) ? `/(?<${name}>.+)` : `/(?<${name}>[^/]+)`;
}

function bodyOf(incoming: Incoming): Record<string, unknown> | undefined {
  try {
    return json(incoming);
  } catch {
    return undefined;
  }
}

/** The world as another repository of the owner sees it, where one is asked for. */
function repositoryOf(world: World, { owner, repo = '' }: Record<string, string>): World {
  if (owner === undefined) return world;
  if (owner.toLowerCase() !== world.owner.toLowerCase()) throw notFound();
  if (repo.toLowerCase() === world.name.toLowerCase()) return world;
  const other = world.others.get(repo);
  if (!other || other.isHidden) throw notFound();
  return { ...world, name: repo, git: other.git, isPrivate: false };
}

function authorize(world: World, viewer: Viewer, { scope, method }: Route): void {
  if (scope && !may(viewer, method === 'GET' ? 'read' : 'write', scope, world.isPrivate)) throw forbidden();
}

function callOf(
  world: World,
  { headers, prefix, path, query }: Incoming,
  viewer: Viewer,
  links: Links,
  read: Pick<Call, 'params' | 'body'>,
): Call {
  const origin = links.api.slice(0, links.api.length - prefix.length);
  return { world, viewer, ...read, query, accept: headers.accept ?? '*/*', links, url: `${origin}${prefix}${path}` };
}
