import { commandsIn } from '../acceptance/command.ts';
import { readMarker } from '../reports/comment/comment.ts';
import { apiWords, isForbidden } from '../repository/api-words.ts';
import { react, roleOf } from '../repository/comments.ts';
import { type Hearing, hear } from './_hearing.ts';
import { type IssueComment, readIssueComment } from './payloads.ts';
import type { ActionWorld, Outcome } from './world.ts';

/**
 * Somebody comments on a pull request: what they accept is put into our comment, and opens the gate. No model is read, and
 * nothing is checked out: what there is to accept stands in our comment, and who has said so in theirs.
 */
export async function onIssueComment(world: ActionWorld): Promise<Outcome> {
  const comment = readIssueComment(world.event.payload);
  const silence = whySilent(comment);
  if (silence !== undefined) return nothing(world, silence);
  const person = comment.person!;
  const role = await roleOf(world.repository, person).catch(() => 'unknown' as const);
  if (role === 'none') {
    // One reaction, and neither words nor a change of our comment: anybody can comment.
    await reacted(world, comment, 'confused');
    return nothing(world, `${person} has no right to write to the repository.`);
  }
  await reacted(world, comment, 'eyes');
  const isTakenBack = comment.action !== 'created' || commandsIn(comment.body).some(({ verb }) => verb === 'reject');
  const heard = await hear(world, comment.number, isTakenBack);
  const answer = heard && answerTo(heard, comment.url);
  if (answer) await reacted(world, comment, answer);
  world.runner.output('verdict', heard?.verdict ?? 'skipped');
  return { failure: undefined };
}

function whySilent({ open, person, body, was }: IssueComment): string | undefined {
  if (!open) return 'The comment is on no open pull request.';
  if (person === undefined) return 'The comment is of no person.';
  if (readMarker(body)) return 'The comment is our own.';
  return commandsIn(body).length + commandsIn(was).length === 0 ? 'The comment has no command.' : undefined;
}

function nothing({ runner }: ActionWorld, reason: string): Outcome {
  runner.notice(`Nothing to hear. ${reason}`);
  runner.output('verdict', 'skipped');
  return { failure: undefined };
}

/** Undefined while the run that judges has not spoken: it will read the comment itself. */
function answerTo({ statements, known, refused, judged }: Hearing, url: string): '+1' | 'confused' | undefined {
  const own = statements.filter(each => each.url === url);
  if (own.length === 0 || !judged) return undefined;
  const isRefused = own.some(({ code }) => !known.has(code)) || refused.some(each => each.url === url);
  return isRefused ? 'confused' : '+1';
}

/** What cannot be shown so is no trouble of the verdict. */
async function reacted(
  { repository, runner }: ActionWorld,
  { id, action }: IssueComment,
  how: 'eyes' | '+1' | 'confused',
) {
  if (action === 'deleted') return;
  await react(repository, id, how).catch(error => {
    const remedy = isForbidden(error) ? ' The job needs `permissions: pull-requests: write`.' : '';
    runner.warning(`No reaction could be left (${apiWords(error)}).${remedy}`);
  });
}
