import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readOwn } from '../artifacts/claims.ts';
import { downloadOwnArtifacts, type NamedArtifact } from '../artifacts/download.ts';
import { type NothingToDo, triggeringRun } from '../artifacts/triggering-run.ts';
import { unpack } from '../artifacts/unpack.ts';
import { writePieces } from '../files/write-pieces.ts';
import type { Results } from '../results/results.ts';
import { worst } from '../results/verdict.ts';
import { resultsText } from '../results-file/write.ts';
import type { Standing } from '../targets/commit-status.ts';
import { silence } from './_legs.ts';
import { speakerOf } from './_speaker.ts';
import { suspectOf } from './_suspect.ts';
import { openGate, undecided } from './_verdict-gate.ts';
import type { Addressee, Message, Published } from './message.ts';
import { type PullRequest, readMergeGroup, readPullRequest } from './payloads.ts';
import { publish } from './publish.ts';
import { summarise, writeOutputs } from './report.ts';
import type { ActionWorld, Outcome } from './world.ts';

/**
 * The second of two jobs: says what the first one, which may write nothing, has found. It reads no model and no picture but our
 * own bounded results, which it takes from this very run and no other.
 */
export async function onPublish(world: ActionWorld): Promise<Outcome> {
  const { repository, inputs } = world;
  const to = await addressee(world);
  if ('reason' in to) {
    await undecided(world, to, 'trusted');
    return nothing(world, to.reason);
  }
  const found = () => downloadOwnArtifacts(repository, world.run, inputs.artifact);
  // Where nothing moved the first job has judged nothing anew, and what was said stands.
  const still = to.moves === 'audit' ? undefined : await found();
  if (still && 'reason' in still) return nothing(world, 'This event moves nothing that camdrift judges.');
  const gate = await openGate(world, to, to);
  const artifacts = still ?? (await found());
  if ('reason' in artifacts) {
    await gate.giveUp(artifacts.reason);
    world.runner.output('verdict', 'incomplete');
    return { failure: `There is nothing to publish. ${artifacts.reason}` };
  }
  const messages: Message[] = [];
  for (const artifact of artifacts) messages.push(await messageOf(world, to, artifact));
  const published = to.speaks ? await saidAll(world, to, messages) : quiet;
  for (const message of messages) await summarise(world, message, published);
  const results = together(messages.map(message => message.results));
  await leave(world, results, published);
  const silent = silence(
    messages.map(message => message.results),
    inputs.legs,
  );
  if (silent !== undefined) {
    await gate.giveUp(silent);
    world.runner.output('verdict', worst([results.verdict, 'incomplete']));
    return { failure: `There is no verdict. ${silent}` };
  }
  const { failure } = await gate.close(results);
  // The job that judged has failed already; this one fails only where its commit status was to say so and could not.
  return { failure: inputs.gate === 'status' ? failure : undefined };
}

const quiet: Published = { pictures: new Map(), withoutPictures: 'the pull request’s own run speaks for it' };

interface To extends Addressee {
  readonly moves: PullRequest['moves'];
  readonly standing: Standing;
  /** Whether to comment: on `workflow_run` the pull request's own run does, unless it cannot; a merge queue has no comments. */
  readonly speaks: boolean;
  readonly notes: readonly string[];
}

async function addressee(world: ActionWorld): Promise<To | NothingToDo> {
  const { event, repository, inputs } = world;
  if (event.name === 'pull_request') {
    const pull = readPullRequest(event.payload);
    return { ...pull, suspect: suspectOf(world, pull), standing: 'own', speaks: true, notes: [] };
  }
  if (event.name === 'merge_group') {
    const { head } = readMergeGroup(event.payload);
    return { number: 0, moves: 'audit', head, pushed: undefined, standing: 'own', speaks: false, notes: [] };
  }
  const run = await triggeringRun(repository, event.payload, inputs.workflow, { ended: 'in any way' });
  if ('reason' in run) return run;
  const { number, head, base } = run.pullRequest;
  const note = `Judged by the rules of ${base.ref}, from the files of the pull request, none of which was run.`;
  return { number, moves: 'audit', head, pushed: run.pushed, standing: 'trusted', speaks: run.mute, notes: [note] };
}

async function messageOf(
  world: ActionWorld,
  { head, notes }: To,
  { suffix, id, zip }: NamedArtifact,
): Promise<Message> {
  const { files } = await unpack(zip);
  const { results, pictures } = readOwn(files, { head });
  const speaker = speakerOf(world);
  return {
    results,
    picture: async path => pictures.get(path)?.(),
    notes,
    reportUrl: `${world.run.url}/artifacts/${id}`,
    speaker: suffix === '' ? speaker : { ...speaker, leg: suffix },
  };
}

/** Addresses of pictures are told apart by nothing but their paths, so several messages have none in the summary. */
async function saidAll(world: ActionWorld, to: To, messages: readonly Message[]): Promise<Published> {
  let last = quiet;
  for (const message of messages) last = await publish(world, to, message);
  return messages.length === 1 ? last : { ...last, pictures: new Map(), withoutPictures: 'they are in the comment' };
}

function together(all: readonly Results[]): Results {
  return { ...all[0]!, models: all.flatMap(({ models }) => models), verdict: worst(all.map(({ verdict }) => verdict)) };
}

async function leave(world: ActionWorld, results: Results, published: Published): Promise<void> {
  const folder = resolve(world.workspace, world.inputs.out);
  await mkdir(folder, { recursive: true });
  await writePieces(resolve(folder, 'results.json'), resultsText(results));
  writeOutputs(world, results, folder, published);
}

function nothing({ runner }: ActionWorld, reason: string): Outcome {
  runner.notice(`Nothing to publish. ${reason}`);
  runner.output('verdict', 'skipped');
  return { failure: undefined };
}
