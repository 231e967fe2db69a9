/** How a run of the command line ended. Only the entry turns one of these into `process.exitCode`. */
export const exitCodes = {
  pass: 0,
  regression: 1,
  baselineUnavailable: 2,
  configuration: 3,
  unloadable: 4,
  internal: 10,
} as const;

/** Every error a user can cause: the exit code it leads to and what to do when the thrower knows nothing better. */
const problems = {
  'config-invalid': { exit: exitCodes.configuration, remedy: 'Correct the lines named above and run again.' },
  'config-missing': {
    exit: exitCodes.configuration,
    remedy:
      'Write a camdrift.yml (see "Configuration" in the README), name the file with --config, or the model with --model.',
  },
  'usage-wrong': { exit: exitCodes.configuration, remedy: 'Run the command with --help to see its options.' },
  'path-outside': {
    exit: exitCodes.configuration,
    remedy:
      'Name a file inside the folder. Paths that leave it are refused because models and configuration are untrusted.',
  },
  'system-refused': { exit: exitCodes.configuration, remedy: 'Mend that, and run again.' },
  'fixtures-none': { exit: exitCodes.configuration, remedy: 'Add an image, or fix the pattern.' },
  'layer-unknown': {
    exit: exitCodes.configuration,
    remedy: 'Run `camdrift layers --model ...` to see the layers it has.',
  },
  'labels-mismatch': {
    exit: exitCodes.configuration,
    remedy: 'Give one label per class, in the order of the output units.',
  },
  'engine-unavailable': {
    exit: exitCodes.configuration,
    remedy:
      'Use --engine wasm, or install the engine beside camdrift: `npm ci` brings onnxruntime, `npm run setup:native` native.',
  },
  'shards-incomplete': {
    exit: exitCodes.configuration,
    remedy:
      'Run every shard once, of the same commit, with the same options and version, and merge what all of them wrote.',
  },
  'workspace-differs': {
    exit: exitCodes.unloadable,
    remedy:
      'Let actions/checkout run before this step with its default `ref`, and let no step in between replace the file.',
  },
  'model-untracked': {
    exit: exitCodes.baselineUnavailable,
    remedy:
      'Commit a baseline made with `camdrift baseline` to the base branch, or name the earlier version on disk with `baseline-model`.',
  },
  'baseline-unavailable': {
    exit: exitCodes.baselineUnavailable,
    remedy: 'Run `camdrift baseline` on the version you trust and commit the files it writes.',
  },
  'model-unreadable': {
    exit: exitCodes.unloadable,
    remedy:
      'Check the path, and that the model is whole: every weight shard lies beside model.json, external data beside its .onnx file.',
  },
  'model-unavailable': {
    exit: exitCodes.unloadable,
    remedy: 'Check the address, and that the host can be reached from here.',
  },
  'model-lfs-pointer': {
    exit: exitCodes.unloadable,
    remedy: 'Fetch the real file with `git lfs pull`; in a workflow set `lfs: true` on actions/checkout.',
  },
  'model-unsupported': {
    exit: exitCodes.unloadable,
    remedy: 'Export the model without it, or name another output with --output.',
  },
  'model-numbers': {
    exit: exitCodes.unloadable,
    remedy: 'Check the training run or the export: such a model cannot be explained or deployed.',
  },
  'fixture-unreadable': { exit: exitCodes.unloadable, remedy: 'Replace the file, or remove it from the fixtures.' },
  'timed-out': {
    exit: exitCodes.unloadable,
    remedy:
      'Take fewer or smaller fixtures, or raise `timeout` and `run-timeout`; a model that never ends is broken, or meant to.',
  },
  'broke-down': {
    exit: exitCodes.unloadable,
    remedy: 'Check that the model is whole and fits into memory; with the native engine, try `engine: wasm`.',
  },
  'model-unforeseen': {
    exit: exitCodes.unloadable,
    remedy: 'Check that the model is whole; if another program reads it, please report this line.',
  },
  'github-refused': {
    exit: exitCodes.unloadable,
    remedy: 'Give the job the permissions that the README names, or run it again.',
  },
  'gitlab-refused': {
    exit: exitCodes.unloadable,
    remedy: 'The token needs the scope `api` and the right to comment on the merge request; or run the job again.',
  },
  'claims-rejected': {
    exit: exitCodes.unloadable,
    remedy: 'Look at the run that made the artifact; nothing of it was published.',
  },
} as const satisfies Record<string, { exit: number; remedy: string }>;

export type ProblemCode = keyof typeof problems;

/** What the system says when it refuses something that no program can help, by the name of the error. */
const refusals: Readonly<Record<string, readonly [words: string, remedy: string]>> = {
  ENOSPC: ['no space is left on the disk', 'Make room, or name a folder on another disk.'],
  EDQUOT: ['the disk quota is used up', 'Make room, or name a folder on another disk.'],
  EFBIG: ['the file would be larger than the system takes', 'Make room, or name a folder on another disk.'],
  EROFS: ['the file system can only be read', 'Name a folder that can be written.'],
  EACCES: ['permission is denied', 'Change the permissions, or name another path.'],
  EPERM: ['the system does not permit it', 'Change the permissions, or name another path.'],
  EMFILE: ['too many files are open', 'Raise the limit: `ulimit -n 1024`.'],
  ENFILE: ['too many files are open on this machine', 'Close other programs, and run again.'],
  ENOMEM: ['no memory is left', 'Give the run more memory, or fewer `jobs` and a smaller `batch`.'],
  ERR_MEMORY_ALLOCATION_FAILED: ['no memory is left', 'Give the run more memory, or a smaller `batch`.'],
  ENAMETOOLONG: ['the name is too long', 'Give it a shorter name.'],
  ELOOP: ['its links lead round in a circle', 'Remove the link that leads back to itself.'],
  ENOTDIR: ['a file lies where a folder should be', 'Move the file away, or name another path.'],
  EISDIR: ['a folder lies where a file should be', 'Move the folder away, or name another path.'],
  EEXIST: ['something else lies there already', 'Move it away, or name another path.'],
  ENOTEMPTY: ['a folder that is not empty lies there', 'Move it away, or name another path.'],
  EIO: ['the disk does not answer', 'Look at the disk, and run again.'],
  EBUSY: ['another program holds it', 'Close it, and run again.'],
  ETXTBSY: ['another program holds it', 'Close it, and run again.'],
  EPIPE: ['whoever read the output has left', 'Let it read to the end, or write to a file.'],
  ENXIO: ['it is a pipe, a socket or a device', 'Name a file.'],
};

/** An error of the system in a few words, `no space is left on the disk`; any other in its own. */
export function systemWords(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file';
  return refusals[code]?.[0] ?? message;
}

/** An error that nobody foresaw, told in one line with its place, so that it costs one model and can be reported. */
export function unforeseen(error: unknown): CamdriftError {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const place = /^\s+at (.*)$/m.exec(stack)?.[1]?.replace(/\(?file:.*[\\/]/, '(') ?? 'nowhere';
  const line = `${name}: ${message.split('\n')[0]!.slice(0, 300)} (at ${place})`;
  return new CamdriftError('model-unforeseen', `An error that nobody foresaw: ${line}.`, { cause: error });
}

/**
 * The error as one that the user can act on: itself when it is one, words for what a system refuses. `undefined` when it is
 * neither, and so a bug.
 */
export function actionable(error: unknown): CamdriftError | undefined {
  if (error instanceof CamdriftError) return error;
  const { code = '', path, dest } = (error ?? {}) as NodeJS.ErrnoException & { dest?: string };
  const known = error instanceof Error ? refusals[code] : undefined;
  if (!known) return undefined;
  const [words, remedy] = known;
  const where = dest ?? path;
  const message =
    where === undefined ? `The system refuses: ${words}.` : `${where} cannot be read or written: ${words}.`;
  return new CamdriftError('system-refused', message, { cause: error, remedy });
}

/** An error the user can act on. Anything else that is thrown is a bug: it keeps its stack and exits with 10. */
export class CamdriftError extends Error {
  override readonly name = 'CamdriftError';
  readonly code: ProblemCode;
  readonly exitCode: number;
  readonly remedy: string;

  /** @param message what is wrong, where, what was expected and what was found; the remedy follows on its own line */
  constructor(code: ProblemCode, message: string, options: { cause?: unknown; remedy?: string } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.exitCode = problems[code].exit;
    this.remedy = options.remedy ?? problems[code].remedy;
  }
}
