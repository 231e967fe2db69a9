import { CamdriftError } from '../errors.ts';
import type { Link, Scores } from './_head.ts';
import type { Task, TaskKind } from './model.ts';

/**
 * What the answers of a model are, as the team says or else as the graph shows.
 * @param units numbers that it gives for an image
 * @throws CamdriftError `config-invalid` where what is said cannot be
 */
export function taskOf({ node, link }: Scores, units: number, said: TaskKind | undefined): Task {
  if (said === undefined) return guessed(link, units);
  const ends = link === 'none' ? 'without softmax or sigmoid' : `in a ${link}`;
  const wrong =
    (said === 'multi-label' && (link === 'softmax' || units === 1)) ||
    (said === 'regression' && (link !== 'none' || units !== 1));
  if (!wrong) return { kind: said, from: 'said' };
  const expected = said === 'regression' ? 'one number without softmax or sigmoid' : 'several numbers without softmax';
  throw new CamdriftError(
    'config-invalid',
    `The model is said to be \`task: ${said}\`, which is ${expected}; \`${node}\` holds ${units} and ends ${ends}.`,
    { remedy: 'Correct `task`, or leave it out; `--output` names another output.' },
  );
}

function guessed(link: Link, units: number): Task {
  if (units > 1 && link === 'sigmoid') return { kind: 'multi-label', from: 'graph' };
  return { kind: 'single-label', from: units === 1 && link === 'none' ? 'assumed' : 'graph' };
}

/** How probabilities follow from the scores under a task. */
export const linkUnder = (link: Link, kind: TaskKind): Link =>
  kind === 'regression' ? 'value' : kind === 'multi-label' ? 'sigmoid' : link;
