/**
 * Makes `test/support/github/openapi.json`: the part of GitHub's own description of its API that the stand-in for GitHub
 * serves, without prose. Its source is MIT licensed and lies in an npm package too large to depend on (385 MB):
 *
 *     npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-23.0.2.tgz package/generated/api.github.com.json
 *     node scripts/make-openapi.ts package/generated/api.github.com.json
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';

const target = 'test/support/github/openapi.json';
/** Method and path of what the stand-in answers. */
const endpoints = [
  'get /user',
  'get /repos/{owner}/{repo}',
  'get /repos/{owner}/{repo}/pulls',
  'post /repos/{owner}/{repo}/pulls',
  'get /repos/{owner}/{repo}/pulls/{pull_number}',
  'patch /repos/{owner}/{repo}/pulls/{pull_number}',
  'get /repos/{owner}/{repo}/pulls/{pull_number}/files',
  'get /repos/{owner}/{repo}/compare/{basehead}',
  'get /repos/{owner}/{repo}/contents/{path}',
  'get /repos/{owner}/{repo}/git/trees/{tree_sha}',
  'post /repos/{owner}/{repo}/git/trees',
  'get /repos/{owner}/{repo}/git/blobs/{file_sha}',
  'post /repos/{owner}/{repo}/git/blobs',
  'post /repos/{owner}/{repo}/git/commits',
  'get /repos/{owner}/{repo}/git/ref/{ref}',
  'post /repos/{owner}/{repo}/git/refs',
  'patch /repos/{owner}/{repo}/git/refs/{ref}',
  'get /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
  'get /repos/{owner}/{repo}/commits/{ref}/status',
  'get /repos/{owner}/{repo}/commits/{ref}/statuses',
  'post /repos/{owner}/{repo}/statuses/{sha}',
  'get /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'post /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'get /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'patch /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'delete /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'post /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
  'get /repos/{owner}/{repo}/collaborators/{username}/permission',
  'post /repos/{owner}/{repo}/actions/runs/{run_id}/rerun',
  'post /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs',
  'get /repos/{owner}/{repo}/actions/runs/{run_id}',
  'get /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
  'get /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}',
  'get /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs',
  'get /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
];
/** What only people and other tools read. */
const prose = new Set([
  'description',
  'example',
  'examples',
  'summary',
  'externalDocs',
  'title',
  'tags',
  'operationId',
]);
for (const key of ['discriminator', 'deprecated', 'default', 'headers']) prose.add(key);
const mapsOfNames = new Set(['properties', 'responses', 'content', 'patternProperties']);

type Json = null | boolean | number | string | Json[] | JsonObject;
interface JsonObject {
  [key: string]: Json;
}

const [source] = argv.slice(2);
if (!source) throw new Error('Say where the description is: node scripts/make-openapi.ts api.github.com.json');
writeFileSync(target, JSON.stringify(subsetOf(JSON.parse(readFileSync(source, 'utf8'))), null, 2));
execFileSync('npx', ['biome', 'format', '--write', target], { stdio: 'inherit' });
console.log(`${target}: ${endpoints.length} endpoints, ${(statSync(target).size / 1024).toFixed(0)} KB`);

function subsetOf(full: JsonObject): JsonObject {
  const paths: JsonObject = {};
  for (const endpoint of endpoints) {
    const [method = '', path = ''] = endpoint.split(' ');
    const operation = at(full, ['paths', path, method]);
    if (!operation) throw new Error(`GitHub does not describe ${endpoint}.`);
    paths[path] = { ...object(paths[path] ?? {}), [method]: operationOf(object(operation)) };
  }
  const info = { title: 'GitHub v3 REST API, a part of it', version: at(full, ['info', 'version'])!, license: 'MIT' };
  return { openapi: '3.0.3', info, paths, components: reachableFrom(paths, full) };
}

/** What a request and its answers look like. */
function operationOf({ parameters = [], requestBody, responses }: JsonObject): JsonObject {
  return stripped({ parameters, ...(requestBody && { requestBody }), responses: responses! }) as JsonObject;
}

/** The components that these paths refer to, and those that they refer to in turn. */
function reachableFrom(paths: JsonObject, full: JsonObject): JsonObject {
  const components: Record<string, JsonObject> = {};
  const waiting = references(paths);
  for (let reference = waiting.pop(); reference; reference = waiting.pop()) {
    const [, , kind = '', name = ''] = reference.split('/');
    components[kind] ??= {};
    if (components[kind][name]) continue;
    const component = stripped(at(full, ['components', kind, name])!);
    components[kind][name] = component;
    waiting.push(...references(component));
  }
  return Object.fromEntries(Object.entries(components).map(([kind, all]) => [kind, sorted(all)]));
}

function references(value: Json): string[] {
  if (!value || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap(references);
  return typeof value.$ref === 'string' ? [value.$ref] : Object.values(value).flatMap(references);
}

/** Without prose. A property that happens to have such a name stays. */
function stripped(value: Json, isMapOfNames = false): Json {
  if (!value || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(each => stripped(each));
  const kept = Object.entries(value)
    .filter(([key]) => isMapOfNames || !(prose.has(key) || key.startsWith('x-')))
    .map(([key, each]) => [key, key === 'enum' ? each : stripped(each, !isMapOfNames && mapsOfNames.has(key))]);
  return isMapOfNames ? Object.fromEntries(kept) : withoutNullable(Object.fromEntries(kept));
}

/** JSON Schema has no `nullable`. */
function withoutNullable({ nullable, ...schema }: JsonObject): JsonObject {
  if (nullable !== true) return schema;
  if (typeof schema.type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const values = schema.enum as Json[] | undefined;
  return { ...schema, type: [schema.type, 'null'], ...(values && { enum: [...new Set([...values, null])] }) };
}

function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((inner, key) => inner && object(inner)[key], value);
}

function object(value: Json): JsonObject {
  return value as JsonObject;
}

function sorted(all: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}
