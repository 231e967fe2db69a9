import { Command, CommanderError } from 'commander';
import { actionable, exitCodes } from '../errors.ts';
import { type ProcessLike, terminal } from '../hosts/terminal.ts';
import { printable } from '../reports/printable.ts';
import { tool } from '../version.ts';
import { acceptCommand } from './accept.ts';
import { auditCommand } from './audit.ts';
import { baselineCommand } from './baseline.ts';
import { calibrateCommand } from './calibrate.ts';
import { commentCommand } from './comment.ts';
import { doctorCommand } from './doctor.ts';
import { layersCommand } from './layers.ts';
import { mapCommand } from './map.ts';
import { mergeCommand } from './merge.ts';
import { addModelOptions, modelHelp } from './model-options.ts';
import {
  addAuditOptions,
  addCiReports,
  addConfiguredOptions,
  addMapOptions,
  checksOption,
  engineOption,
  falseAlarmsOption,
  historyOption,
  inputOption,
  lineageOption,
  pinnedOption,
  shardOption,
  taskOption,
  thresholdOption,
  timeoutOption,
} from './options.ts';
import { setupCommand } from './setup.ts';
import type { World } from './world.ts';

/** The command line; answers the exit code and never throws. */
export async function run(host: ProcessLike): Promise<number> {
  const world: World = { terminal: terminal(host), cwd: host.cwd(), env: host.env, now: () => new Date() };
  let exitCode: number = exitCodes.pass;
  const program = commands(world, code => {
    exitCode = code;
  });
  try {
    await program.parseAsync(host.argv);
    return exitCode;
  } catch (error) {
    return report(error, world);
  }
}

function commands(world: World, done: (exitCode: number) => void): Command {
  const program = programIn(world);
  const verb = <O>(command: Command, action: (options: O, world: World) => Promise<number>) =>
    command.copyInheritedSettings(program).action(async (options: O) => done(await action(options, world)));

  const judging = (command: Command) =>
    addCiReports(
      addAuditOptions(command)
        .option(
          '--baseline-model <path>',
          'the version to compare with, explained in the same run; none: no comparison',
        )
        .option('--baseline-preprocess <recipe>', 'preprocessing of the baseline model, when it differs')
        .addOption(thresholdOption)
        .addOption(lineageOption)
        .addOption(checksOption)
        .addOption(pinnedOption)
        .addOption(falseAlarmsOption)
        .option('--accepted <file...>', 'what `camdrift accept` wrote, from a place that the change cannot edit')
        .option('--out <folder>', 'where report.html, results.json, summary.md and pictures go (default: camdrift-out)')
        .option('--json <file>', 'write the results there as well; - is standard output'),
    );

  verb(
    judging(program.command('audit').description('compare models with their baselines and judge them'))
      .addOption(shardOption())
      .option('--map-cache <folder>', 'keep maps there, outside of the workspace, and compute nothing twice'),
    auditCommand,
  );
  verb(
    judging(
      program.command('merge').description('join what audit --shard wrote on several machines into one verdict'),
    ).requiredOption('--shards <folder>', 'where the files of all shards lie, in folders of their own or not'),
    mergeCommand,
  );
  verb(
    addAuditOptions(program.command('accept').description('audit, and accept by name what fails and is meant'))
      .requiredOption('--reason <words>', 'why it is meant')
      .option('--by <name>', 'who accepts it (default: USER)')
      .option('--named <names>', 'probes and regions that are accepted, separated by commas', names => names.split(','))
      .option('--only <name>', 'which model of the configuration, when several fail')
      .option('--baseline-model <path>', 'the version to compare with, explained in the same run')
      .addOption(thresholdOption)
      .addOption(lineageOption),
    acceptCommand,
  );
  verb(
    program
      .command('comment')
      .description('say on a merge request what audit found, in one note that is kept up to date')
      .option('--gitlab', 'on the merge request of this GitLab pipeline')
      .option('--out <folder>', 'where audit wrote its results', 'camdrift-out')
      .option('--key <name>', 'keeps the notes of several jobs apart', 'default')
      .option('--token-variable <name>', 'environment variable with the token', 'GITLAB_TOKEN'),
    commentCommand,
  );
  verb(
    addAuditOptions(program.command('baseline').description('write or refresh the stored baselines'))
      .option('--check', 'write nothing; exit with 2 when a baseline is missing or stale')
      .option('--json <file>', 'write what was done; - is standard output'),
    baselineCommand,
  );
  verb(
    addConfiguredOptions(
      program.command('calibrate').description('audit models that you accept, to learn how far benign ones drift'),
    )
      .option('--models <glob...>', 'accepted models: files, or folders that hold a model')
      .addOption(historyOption)
      .option('--branch <name>', 'the branch that --history looks at, instead of the default one')
      .option('--only <name>', 'which model of the configuration, when it has several')
      .option('--baseline-model <path>', 'the version to compare with, explained in the same run')
      .addOption(lineageOption)
      .addOption(falseAlarmsOption)
      .option('--fresh', 'forget the models that were stored before')
      .option('--json <file>', 'write what was found; - is standard output'),
    calibrateCommand,
  );
  verb(
    addModelOptions(addMapOptions(program.command('map').description('draw the heatmaps of some images')))
      .requiredOption('--model <path>', modelHelp)
      .requiredOption('--image <file...>', 'images, or .npy arrays')
      .option('--class <class>', 'class to explain: predicted, an index or a label', 'predicted')
      .option('--out <folder>', 'where panels and overlays go (default: camdrift-out, unless --json is given)')
      .option('--json <file>', 'write the raw maps there; - is standard output'),
    mapCommand,
  );
  verb(
    addAuditOptions(
      program
        .command('doctor')
        .description('feed models in the usual ways, and tell which gives the most right answers'),
    ).option('--json <file>', 'write what was found; - is standard output'),
    doctorCommand,
  );
  verb(
    addModelOptions(program.command('layers').description('list the layers that can be explained'))
      .requiredOption('--model <path>', modelHelp)
      .option('--output <name>', 'output to explain, when the model has several')
      .option('--signature <name>', 'signature of a SavedModel to explain')
      .addOption(taskOption())
      .addOption(inputOption())
      .option('--size <WxH>', 'input size, for models that accept any')
      .addOption(engineOption())
      .addOption(timeoutOption())
      .option('--json <file>', 'write the list there; - is standard output'),
    layersCommand,
  );
  verb(
    program.command('setup').description('install ONNX Runtime, the fastest engine, for this machine'),
    setupCommand,
  );
  return program;
}

function programIn(world: World): Command {
  return new Command('camdrift')
    .description(
      'Tells whether an image classifier still looks at the right thing: CAM heatmaps, compared across model versions.',
    )
    .version(tool, '-V, --version')
    .exitOverride()
    .configureOutput({
      writeOut: text => world.terminal.out(text.trimEnd()),
      writeErr: text => world.terminal.note(text.trimEnd()),
    })
    .showHelpAfterError('(run with --help to see the options)');
}

/** Text of several lines, none of which can pass for a line of our own. */
function indented(text: string): string {
  return printable(text).replaceAll('\n', '\n  ');
}

function report(error: unknown, { terminal: { note, colours } }: World): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.pass : exitCodes.configuration;
  const known = actionable(error);
  if (known) {
    note(`${colours.red('error')} ${indented(known.message)}\n${colours.dim('to do')} ${indented(known.remedy)}`);
    return known.exitCode;
  }
  note(`internal error, please report it with this text: ${error instanceof Error ? error.stack : String(error)}`);
  return exitCodes.internal;
}
