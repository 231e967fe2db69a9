import { LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { CamdriftError } from '../errors.ts';
import { type Path, problemsOf } from './problems.ts';
import { configSchema, knownKeys, type RawConfig, type WrittenConfig } from './schema.ts';
import { perLayer } from './several-layers.ts';
import { readTextFile } from './text-file.ts';

const mostBytes = 2 ** 20;

/**
 * Reads a configuration file, YAML or JSON (which is YAML).
 * @throws CamdriftError `config-missing`; `config-invalid` with every mistake in it, each with its line
 */
export async function readConfig(path: string): Promise<RawConfig> {
  const text = await readTextFile(path, {
    code: 'config-missing',
    message: `There is no configuration file ${path}.`,
  });
  if (text.length > mostBytes)
    throw new CamdriftError('config-invalid', `${path} is longer than ${mostBytes} characters.`);
  return parseConfig(text, path);
}

/** @param path named in errors */
export function parseConfig(text: string, path: string): RawConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, logLevel: 'error' });
  const position = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  if (document.errors.length > 0) {
    throw invalid(
      path,
      document.errors.map(error => `${position(error.pos[0])} ${sentence(error.message)}`),
    );
  }
  const value = toValue(document, path);
  const parsed = configSchema.safeParse(value);
  if (parsed.success) return perLayer(parsed.data);
  const found = problemsOf(parsed.error, value, knownKeys)
    .map(problem => ({ ...problem, offset: offsetOf(document.contents, problem.path) }))
    .sort((a, b) => a.offset - b.offset);
  throw invalid(
    path,
    found.map(problem => `${position(problem.offset)} ${name(problem.path)} ${problem.message}`),
  );
}

/** The same as it is written, before anything is read into it: `parseConfig` takes it again, as JSON. */
export function writtenConfig(text: string, path: string): WrittenConfig {
  parseConfig(text, path);
  return toValue(parseDocument(text, { logLevel: 'error' }), path) as WrittenConfig;
}

/** What the YAML parser says, without the position, which stands before it, and without advice to programmers. */
function sentence(message: string): string {
  const [first = ''] = message.split('\n');
  return `${first.replace(/ at line \d+, column \d+:$/, '').replace(/; please use YAML.*/, '')}.`;
}

/** Aliases are bounded, so that a few lines cannot unfold into gigabytes. */
function toValue(document: ReturnType<typeof parseDocument>, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw invalid(path, [(cause as Error).message]);
  }
}

function invalid(path: string, problems: readonly string[]): CamdriftError {
  const count = problems.length === 1 ? 'a mistake' : `${problems.length} mistakes`;
  return new CamdriftError('config-invalid', `${path} has ${count}:\n${problems.join('\n')}`);
}

/** `models[0].layer` */
function name(path: Path): string {
  const steps = path.map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
  return steps.join('').replace(/^\./, '') || 'the file';
}

/** Where in the text a value stands; for one that is missing, its parent. */
function offsetOf(contents: ParsedNode | null, path: Path): number {
  let node: ParsedNode | null | undefined = contents;
  let offset = node?.range[0] ?? 0;
  for (const step of path) {
    if (!node || !('items' in node)) break;
    const item = (node.items as unknown[]).find((each, index) => index === step || keyOf(each) === step) as {
      key?: ParsedNode;
      value?: ParsedNode;
    } & ParsedNode;
    if (!item) break;
    offset = (item.key ?? item).range[0];
    node = 'key' in item ? item.value : item;
  }
  return offset;
}

const keyOf = (item: unknown) => (item as { key?: { value?: unknown } }).key?.value;
