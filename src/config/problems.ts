import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
export type Path = readonly PropertyKey[];

/** One mistake in a configuration: where, and what was expected. */
export interface Problem {
  readonly path: Path;
  readonly message: string;
}

/** Words for what zod found, one problem per mistake. */
export function problemsOf(error: z.ZodError, value: unknown, knownKeys: (path: Path) => readonly string[]): Problem[] {
  return error.issues.flatMap(issue => problems(issue, [], value, knownKeys));
}

function problems(issue: Issue, prefix: Path, value: unknown, knownKeys: (path: Path) => readonly string[]): Problem[] {
  const path = [...prefix, ...issue.path];
  const got = valueAt(value, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      path: [...path, key],
      message: `unknown key \`${key}\`.${didYouMean(key, knownKeys(path))}`,
    }));
  }
  if (issue.code === 'invalid_union') {
    const branch = issue.errors.find(errors =>
      errors.every(inner => inner.path.length > 0 || !ofAnotherType(inner, got)),
    );
    const inner = branch?.flatMap(each => problems(each, path, value, knownKeys)) ?? [];
    return inner.length > 0 ? inner : [{ path, message: `expected ${expectedOf(issue.errors)}, got ${show(got)}.` }];
  }
  if (issue.code === 'invalid_key') return [{ path, message: `is no name for it: ${issue.issues[0]!.message}.` }];
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String);
    return [
      { path, message: `expected one of ${choices.join(', ')}, got ${show(got)}.${didYouMean(String(got), choices)}` },
    ];
  }
  if (issue.code === 'invalid_type' && got === undefined)
    return [{ path, message: `is missing; expected ${issue.expected}.` }];
  if (issue.code === 'invalid_type') return [{ path, message: `expected ${issue.expected}, got ${show(got)}.` }];
  if (issue.code === 'custom') {
    const known = (issue.params?.known ?? []) as string[];
    if (known.length === 0) return [{ path, message: `${issue.message}.` }];
    return [
      { path, message: `${issue.message}; expected one of ${known.join(', ')}.${didYouMean(String(got), known)}` },
    ];
  }
  return [{ path, message: `${issue.message.replace(/^Invalid \w+: /, '')}, got ${show(got)}.` }];
}

/** A mapping is no misspelt choice. */
const ofAnotherType = (issue: Issue, got: unknown) =>
  issue.code === 'invalid_type' || (issue.code === 'invalid_value' && typeof got === 'object');

function expectedOf(branches: readonly (readonly Issue[])[]): string {
  const names = branches.flatMap(branch =>
    branch.map(issue =>
      issue.code === 'invalid_value'
        ? `one of ${issue.values.join(', ')}`
        : 'expected' in issue
          ? String(issue.expected)
          : issue.message,
    ),
  );
  return [...new Set(names)].join(' or ');
}

function didYouMean(word: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const near = closest(word, known);
  return distance(word, near) <= Math.max(2, word.length / 3) ? ` Did you mean \`${near}\`?` : '';
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((found, key) => (found as Record<PropertyKey, unknown> | undefined)?.[key], value);
}

function show(value: unknown): string {
  // JSON has no word for what YAML writes as `.inf` and `.nan`.
  const text = typeof value === 'number' ? String(value) : (toJson(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** A YAML alias may contain itself, and then there is no JSON of it. */
function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return 'a value that contains itself';
  }
}
