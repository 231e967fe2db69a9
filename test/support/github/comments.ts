import type { Comment, World } from './world.ts';

export function addComment(world: World, number: number, { author, body }: { author: string; body: string }): Comment {
  const createdAt = world.clock.now();
  const comment: Comment = { id: world.nextId(), number, author, body, createdAt, updatedAt: createdAt };
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
