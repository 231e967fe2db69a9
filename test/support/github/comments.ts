import type { Comment, World } from './world.ts';

export function addComment(world: World, number: number, { author, body }: { author: string; body: string }): Comment {
  const createdAt = world.clock.now();
  const comment: Comment = {
    id: world.nextId(),
    number,
    author,
    body,
    createdAt,
    updatedAt: createdAt,
    edits: [],
    editor: undefined,
    isMinimized: false,
    reactions: [],
  };
  world.comments.set(comment.id, comment);
  return comment;
}

/** Leaves an event on the pull request's timeline, as on GitHub. */
export function deleteComment(world: World, id: number, actor: string, createdAt = world.clock.now()): void {
  const comment = world.comments.get(id);
  if (!comment) throw new Error(`There is no comment ${id} to delete.`);
  world.comments.delete(id);
  world.deletions.push({ number: comment.number, createdAt, actor, author: comment.author });
}

/** The edit history begins with what the comment said before. */
export function editComment(world: World, comment: Comment, body: string, editor: string): Comment {
  const earlier = comment.edits.length > 0 ? comment.edits : [{ diff: comment.body, editor: comment.author }];
  return Object.assign(comment, {
    body,
    updatedAt: world.clock.now(),
    edits: [{ diff: body, editor }, ...earlier],
    editor,
  });
}

/** @returns whether it is new */
export function react(world: World, { reactions }: Comment, by: string, content: string): boolean {
  if (reactions.some(each => each.by === by && each.content === content)) return false;
  reactions.push({ id: world.nextId(), by, content });
  return true;
}
