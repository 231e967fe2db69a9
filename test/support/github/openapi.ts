import { readFileSync } from 'node:fs';
import { Ajv, type Options, type ValidateFunction } from 'ajv';
import type { Answer, Route } from './call.ts';

/** @returns what is wrong with a request, by GitHub's own description of the endpoint */
export function requestProblems(
  route: Route,
  given: { params: Record<string, string>; query: Record<string, string>; body: unknown },
): string[] {
  const { parameters = [], requestBody } = operationOf(route);
  const schema = {
    type: 'object',
    properties: Object.fromEntries(parameters.map(referred).map(each => [each.name, each.schema])),
    required: parameters.map(referred).flatMap(each => (each.required ? [each.name] : [])),
    additionalProperties: false,
  };
  const problems = problemsOf(`parameters of ${nameOf(route)}`, schema, { ...given.params, ...given.query });
  const body = requestBody?.content['application/json']?.schema;
  return body ? [...problems, ...problemsOf(`body of ${nameOf(route)}`, body, given.body)] : problems;
}

/** @returns what is wrong with an answer */
export function responseProblems(route: Route, { status, body, headers }: Answer): string[] {
  const described = operationOf(route).responses[String(status)];
  if (!described && !anywhere.has(status)) return [`GitHub does not describe the status ${status} here`];
  if (body instanceof Uint8Array) return headers?.['content-type'] ? [] : ['bytes without a content type'];
  const content = described && referred(described).content?.['application/json'];
  if (!content)
    return body === undefined || !described || status >= 400 ? [] : [`no content is described for ${status}`];
  return problemsOf(`${status} of ${nameOf(route)}`, content.schema, body);
}

/** What any endpoint may answer, though the description seldom says so. */
const anywhere = new Set([401, 403, 404, 422, 429]);

interface Described {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: Record<string, Record<string, unknown>>;
}
interface Operation {
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: Body;
  readonly responses: Record<string, Partial<Body> | Reference>;
}
interface Parameter {
  readonly name: string;
  readonly required?: boolean;
  readonly schema: object;
}
interface Body {
  readonly content: Record<string, { readonly schema: object }>;
}
interface Reference {
  readonly $ref: string;
}

let description: Described | undefined;
const validators = new Map<boolean, Ajv>();
const compiled = new Map<string, ValidateFunction>();

function described(): Described {
  description ??= JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8')) as Described;
  return description;
}

function operationOf({ method, template }: Route): Operation {
  const operation = described().paths[template]?.[method.toLowerCase()];
  if (!operation) throw new Error(`openapi.json lacks ${method} ${template}: see scripts/make-openapi.ts`);
  return operation;
}

const nameOf = ({ method, template }: Route): string => `${method} ${template}`;

/** A part itself, where the description only points to it. */
function referred<T extends object>(part: T | Reference): T {
  if (!('$ref' in part)) return part;
  const [, , kind = '', name = ''] = part.$ref.split('/');
  return described().components[kind]![name] as T;
}

/** Schemas are compiled when they are first needed: most tests need few. */
function problemsOf(what: string, schema: object, value: unknown): string[] {
  const validate = compiled.get(what) ?? compiled.set(what, compile(what, schema)).get(what)!;
  if (validate(structuredClone(value))) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const extra = Object.keys(params).length > 0 ? ` ${JSON.stringify(params)}` : '';
    return `${what}: ${instancePath || 'it'} ${message}${extra}`;
  });
}

function compile(what: string, schema: object): ValidateFunction {
  const text = JSON.stringify(schema).replaceAll('"#/components', '"github#/components');
  // Only what stands in the address is text that may mean a number.
  return validator(what.startsWith('parameters')).compile(JSON.parse(text));
}

function validator(coerceTypes: boolean): Ajv {
  const made = validators.get(coerceTypes) ?? new Ajv({ ...leniently, formats, coerceTypes });
  if (!validators.has(coerceTypes)) made.addSchema({ components: described().components }, 'github');
  validators.set(coerceTypes, made);
  return made;
}

/** GitHub's description is not judged itself, and most validators are used a few times: both would cost more than all requests. */
const leniently: Options = {
  strict: false,
  allErrors: true,
  logger: false,
  meta: false,
  validateSchema: false,
  code: { optimize: false },
};

const formats = {
  uri: (text: string) => URL.canParse(text.replaceAll(/\{[^}]*\}/g, '')),
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
};
