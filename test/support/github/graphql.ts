import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import type { Links } from './call.ts';
import { GraphQlRefusal, roots } from './graphql-roots.ts';
import { type Incoming, json } from './incoming.ts';
import type { Ledger } from './ledger.ts';
import { answered, type Outcome, viewerOf } from './rest.ts';
import type { World } from './world.ts';

/** Answers as GitHub's GraphQL API does. Documents are validated against GitHub's published schema. */
export async function graphql(world: World, incoming: Incoming, links: Links, ledger: Ledger): Promise<Outcome> {
  const answer = await answered(async () => {
    const viewer = viewerOf(world, incoming);
    const { query = '', variables } = json(incoming) as { query?: string; variables?: Record<string, unknown> };
    const { document, problems } = documentOf(query);
    for (const { message } of problems) ledger.violation(incoming, `invalid GraphQL: ${message}`);
    if (!document) return { status: 200, body: { errors: problems } };
    const result = await execute({
      schema: schema(),
      document,
      rootValue: roots({ world, viewer, links }),
      variableValues: variables ?? {},
      fieldResolver: modelledOnly,
    });
    return { status: 200, body: asGitHubWrites(result, problem => ledger.violation(incoming, problem)) };
  });
  return { answer, validated: true };
}

/** Whether a document asks for a change. */
export const isMutation = ({ body }: Incoming): boolean => /"query":\s*"\s*mutation\b/.test(body.toString());

let published: GraphQLSchema | undefined;

/** It is large: only built when first needed, and not checked itself. */
function schema(): GraphQLSchema {
  const path = new URL('schema.graphql', import.meta.resolve('@octokit/graphql-schema'));
  published ??= buildSchema(readFileSync(path, 'utf8'), { assumeValid: true, assumeValidSDL: true, noLocation: true });
  return published;
}

interface CheckedDocument {
  readonly document: DocumentNode | undefined;
  readonly problems: readonly GraphQLError[];
}

const checked = new Map<string, CheckedDocument>();

function documentOf(query: string): CheckedDocument {
  const known = checked.get(query) ?? check(query);
  checked.set(query, known);
  return known;
}

function check(query: string): CheckedDocument {
  try {
    const document = parse(query);
    const problems = validate(schema(), document);
    return { document: problems.length > 0 ? undefined : document, problems };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { document: undefined, problems: [error] };
  }
}

/** What the stand-in does not know must not look like GitHub's null. */
const modelledOnly: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
  const known = source as Record<string, unknown>;
  if (!(info.fieldName in known)) throw new Error(`not modelled: ${info.parentType.name}.${info.fieldName}`);
  const value = known[info.fieldName];
  return typeof value === 'function' ? value(args, context, info) : value;
};

function asGitHubWrites({ data, errors }: ExecutionResult, violation: (problem: string) => void): object {
  if (!errors) return { data };
  const written = errors.map(error => {
    const { message, path, locations, originalError } = error;
    if (!(originalError instanceof GraphQlRefusal)) violation(`GraphQL: ${message}`);
    const type = originalError instanceof GraphQlRefusal ? { type: originalError.type } : {};
    return { ...type, path, locations, message };
  });
  return { data: data ?? null, errors: written };
}
