import type { Route } from '../call.ts';
import { actions } from './actions.ts';
import { blobs } from './blobs.ts';
import { comments } from './comments.ts';
import { commitCreation } from './commits.ts';
import { compare } from './compare.ts';
import { contents } from './contents.ts';
import { people } from './people.ts';
import { pulls } from './pulls.ts';
import { refs } from './refs.ts';
import { general } from './repository.ts';
import { statuses } from './statuses.ts';
import { trees } from './trees.ts';

/** Every endpoint there is. */
export const routes: readonly Route[] = [
  ...general,
  ...pulls,
  compare,
  contents,
  ...trees,
  ...blobs,
  commitCreation,
  ...refs,
  ...comments,
  ...people,
  ...statuses,
  ...actions,
];
