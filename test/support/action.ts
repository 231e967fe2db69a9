import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './dist.ts';

/** The parts of action.yml that tests read. */
export interface Manifest {
  readonly name: string;
  readonly description: string;
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

export const manifest: Manifest = parse(readFileSync(join(root, 'action.yml'), 'utf8'));

export interface ActionRun {
  /** As GitHub delivers it: the name that follows `on:`, and the webhook's payload. */
  readonly event: { readonly name: string; readonly payload: object };
  /** The folder that actions/checkout would have filled. */
  readonly workspace: string;
  /** The step's `with:`; the others get action.yml's defaults. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** What `${{ github.token }}` stands for. */
  readonly token?: string;
  /** The leg of the matrix that the job is, and how many there are. */
  readonly matrix?: { readonly leg: object; readonly legs: number };
  /** Wins over everything else. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Another Node than this one. */
  readonly node?: string;
  /** Cancels the job, as a person does: the process is interrupted. */
  readonly signal?: AbortSignal;
}

export interface ActionResult extends Log {
  /** `null`: ended by a signal. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** What GitHub shows: nothing when it is too long. */
  readonly summary: string;
}

/** Runs the action of `dist` as GitHub's runner does: nothing reaches it but inputs, files and the runner's variables, and where Node keeps what it compiled. */
export async function runAction(run: ActionRun): Promise<ActionResult> {
  const temp = await mkdtemp(join(tmpdir(), 'camdrift-runner-'));
  try {
    const files = await commandFiles(temp, run.event.payload);
    const env = { ...runnerVariables(run, temp), ...files, ...inputVariables(run), ...run.env };
    const { code, stdout, stderr } = await spawned(run, env);
    const outputs = readKeyValues(await readFile(files.GITHUB_OUTPUT, 'utf8'));
    const summary = shown(await readFile(files.GITHUB_STEP_SUMMARY));
    return { code, stdout, stderr, outputs, summary, ...readLog(`${stdout}\n${stderr}`) };
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

async function commandFiles(temp: string, payload: object) {
  const files = {
    GITHUB_EVENT_PATH: join(temp, 'event.json'),
    GITHUB_OUTPUT: join(temp, 'output'),
    GITHUB_STEP_SUMMARY: join(temp, 'summary'),
    GITHUB_STATE: join(temp, 'state'),
    GITHUB_ENV: join(temp, 'env'),
    GITHUB_PATH: join(temp, 'path'),
  };
  for (const file of Object.values(files)) await writeFile(file, '');
  await writeFile(files.GITHUB_EVENT_PATH, JSON.stringify(payload));
  await mkdir(join(temp, 'temp'));
  return files;
}

/** No test reaches github.com: the API is at a closed port unless a test starts one. */
function runnerVariables({ event, workspace }: ActionRun, temp: string): Record<string, string | undefined> {
  const { repository } = event.payload as Payload;
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  return {
    ...{ PATH, HOME, NODE_COMPILE_CACHE, CI: 'true', GITHUB_ACTIONS: 'true', CAMDRIFT_SECOND: '5' },
    ...{ RUNNER_TEMP: join(temp, 'temp'), RUNNER_OS: 'Linux', RUNNER_ARCH: 'X64', GITHUB_WORKSPACE: workspace },
    ...{ GITHUB_SERVER_URL: 'https://github.com', GITHUB_API_URL: closed, GITHUB_GRAPHQL_URL: `${closed}/graphql` },
    ...{ GITHUB_RUN_ID: '4242', GITHUB_RUN_NUMBER: '42', GITHUB_RUN_ATTEMPT: '1', GITHUB_ACTOR: 'octocat' },
    ...{ GITHUB_WORKFLOW: 'camdrift', GITHUB_JOB: 'camdrift', GITHUB_ACTION: '__camdrift_camdrift' },
    ...{ GITHUB_REPOSITORY: repository?.full_name ?? 'octocat/classifier', GITHUB_EVENT_NAME: event.name },
    ...revision(event),
  };
}

const closed = 'http://127.0.0.1:9';

/** What of a payload the runner's variables come from. */
interface Payload {
  readonly repository?: { readonly full_name?: string; readonly default_branch?: string };
  readonly pull_request?: {
    readonly number: number;
    readonly merge_commit_sha?: string | null;
    readonly head: { readonly sha: string; readonly ref: string };
    readonly base: { readonly ref: string };
  };
  readonly merge_group?: { readonly head_sha: string; readonly head_ref: string };
  readonly after?: string;
  readonly ref?: string;
}

/** Of a pull request it is the merge with its base; an event that names no commit gets the default branch's. */
function revision({ name, payload }: ActionRun['event']): Record<string, string> {
  const { pull_request: pull, merge_group: group, after, ref, repository }: Payload = payload;
  if (name === 'pull_request' && pull) {
    const merge = { GITHUB_SHA: pull.merge_commit_sha ?? pull.head.sha, GITHUB_REF: `refs/pull/${pull.number}/merge` };
    return { ...merge, GITHUB_HEAD_REF: pull.head.ref, GITHUB_BASE_REF: pull.base.ref };
  }
  if (group) return { GITHUB_SHA: group.head_sha, GITHUB_REF: group.head_ref };
  if (after && ref) return { GITHUB_SHA: after, GITHUB_REF: ref };
  return { GITHUB_SHA: '0'.repeat(40), GITHUB_REF: `refs/heads/${repository?.default_branch ?? 'main'}` };
}

function inputVariables({ inputs = {}, token = 'a-token', matrix }: ActionRun): Record<string, string> {
  const unknown = Object.keys(inputs).filter(name => !Object.hasOwn(manifest.inputs, name));
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}`);
  const contexts = new Map([
    [expression('github.token'), token],
    [expression('toJSON(matrix)'), JSON.stringify(matrix?.leg ?? null, undefined, 2)],
    [expression('strategy.job-total'), String(matrix?.legs ?? 1)],
  ]);
  const pairs = Object.entries(manifest.inputs).map(([name, input]) => {
    const value = inputs[name] ?? contexts.get(input.default) ?? input.default;
    if (value.includes('${{')) throw new Error(`Nothing here evaluates the input ${name}: ${value}`);
    return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value];
  });
  return Object.fromEntries(pairs);
}

const expression = (text: string): string => `\${{ ${text} }}`;

async function spawned({ node = process.execPath, workspace, signal }: ActionRun, env: NodeJS.ProcessEnv) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    const options = { cwd: workspace, env, maxBuffer: 2 ** 28 };
    const child = execFile(node, [join(root, manifest.runs.main)], options, (error, stdout, stderr) => {
      if (typeof error?.code === 'string') reject(error);
      else resolve({ code: child.exitCode, stdout, stderr });
    });
    signal?.addEventListener('abort', () => child.kill('SIGINT'), { once: true });
  });
}

/** Of more than 1 MiB GitHub shows nothing. */
function shown(summary: Buffer): string {
  return summary.length > 2 ** 20 ? '' : summary.toString('utf8');
}

/**
 * The `NAME=VALUE` lines and `NAME<<DELIMITER` blocks of GITHUB_OUTPUT and its like; a later one wins.
 * @throws Error where the runner would fail the step
 */
export function readKeyValues(text: string): Record<string, string> {
  const lines = text.replace(/\n$/, '').split('\n');
  const values: Record<string, string> = {};
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (line === '') continue;
    const [, name, sign, rest] = /^(.+?)(<<|=)(.*)$/s.exec(line) ?? [];
    if (!name || (sign === '<<' && !rest)) throw new Error(`Invalid format '${line}'`);
    if (sign === '=') values[name] = rest!;
    else {
      const end = lines.indexOf(rest!, at + 1);
      if (end < 0) throw new Error(`Matching delimiter not found '${rest}'`);
      values[name] = lines.slice(at + 1, end).join('\n');
      at = end;
    }
  }
  return values;
}

export interface Log {
  /** All of them, though GitHub shows 10 of a level. */
  readonly annotations: readonly Annotation[];
  /** The other workflow commands, without groups. */
  readonly commands: readonly Command[];
  readonly groups: readonly { readonly title: string; readonly lines: readonly string[] }[];
  /** Lines that no sane program prints: the older form `##[...]` anywhere, or `::` without a command. */
  readonly injected: readonly string[];
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly file?: string;
  readonly title?: string;
  readonly line?: number;
  readonly message: string;
}

export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads what was printed as the runner does: stdout and stderr alike, and a carriage return ends a line too. */
export function readLog(text: string): Log {
  const annotations: Annotation[] = [];
  const commands: Command[] = [];
  const groups: { title: string; lines: string[] }[] = [];
  const injected: string[] = [];
  let open: { lines: string[] } | undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const command = readCommand(line);
    if (!command) {
      open?.lines.push(line);
      if (line.includes('##[') || line.trimStart().startsWith('::')) injected.push(line);
    } else if (command.name === 'group') {
      open = { lines: [] };
      groups.push({ title: command.message, ...open });
    } else if (command.name === 'endgroup') open = undefined;
    else if (isLevel(command.name)) annotations.push(annotation(command.name, command));
    else commands.push(command);
  }
  return { annotations, commands, groups, injected };
}

function annotation(level: Annotation['level'], { properties: { file, title, line }, message }: Command): Annotation {
  return { level, ...(file && { file }), ...(title && { title }), ...(line && { line: Number(line) }), message };
}

function isLevel(name: string): name is Annotation['level'] {
  return name === 'error' || name === 'warning' || name === 'notice';
}

function readCommand(line: string): Command | undefined {
  const [, name, list = '', data] = /^\s*::([\w-]+)(?: (.*?))?::(.*)$/s.exec(line) ?? [];
  if (!name || !commandNames.has(name.toLowerCase())) return undefined;
  const pairs = list.split(',').flatMap(pair => {
    const [, key, value] = /^\s*([^=]+)=(.+)$/s.exec(pair) ?? [];
    return key && value ? [[key, unescapeProperty(value)]] : [];
  });
  return { name: name.toLowerCase(), properties: Object.fromEntries(pairs), message: unescapeData(data!) };
}

const commandNames = new Set(
  `add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher save-state set-env set-output
  stop-commands warning`.split(/\s+/),
);

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}

/** The percent sign last, so that nothing is unescaped twice. */
function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
