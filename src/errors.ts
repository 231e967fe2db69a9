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
    remedy: 'Use --engine wasm, or install the native engine with `npm run setup:native`.',
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
  'claims-rejected': {
    exit: exitCodes.unloadable,
    remedy: 'Look at the run that made the artifact; nothing of it was published.',
  },
} as const satisfies Record<string, { exit: number; remedy: string }>;

export type ProblemCode = keyof typeof problems;

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
