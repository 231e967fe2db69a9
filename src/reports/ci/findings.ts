import type { ModelResult } from '../../results/model.ts';
import { codeOf } from '../../results/reason.ts';
import type { Results } from '../../results/results.ts';
import type { Level } from '../../results/verdict.ts';
import { fingerprint } from '../comment/marker.ts';
import { oneLine } from '../printable.ts';
import { sentenceOf } from '../reasons.ts';

/** A reason of a model, as tools for findings in code take it. */
export interface Finding {
  readonly level: Level | 'accepted';
  readonly code: string;
  readonly model: string;
  /** The model's file, as reports show it. */
  readonly path: string;
  readonly message: string;
  /** The same for the same reason of the same model in every run, whatever its numbers. */
  readonly fingerprint: string;
}

/** What is more than a note, worst first within each model. */
export function findings({ models }: Results): Finding[] {
  return models.flatMap(findingsOf);
}

function findingsOf({ name, path, reasons, error, accepted }: ModelResult): Finding[] {
  const order: readonly Level[] = ['fail', 'incomplete', 'warn'];
  const seen = new Map<string, number>();
  return order.flatMap(level =>
    reasons
      .filter(reason => reason.level === level)
      .map(reason => {
        const code = codeOf(reason);
        const nth = seen.get(code) ?? 0;
        seen.set(code, nth + 1);
        const remedy = error && error.code === code ? ` To do: ${error.remedy}` : '';
        return {
          level: accepted && level === 'fail' ? 'accepted' : level,
          ...{ code, model: name, path },
          message: oneLine(`${name}: ${sentenceOf(reason)}${remedy}`),
          fingerprint: fingerprint(JSON.stringify([name, path, code, nth])),
        };
      }),
  );
}

/** A path as an address relative to the repository, whatever is in its name. */
export const relativeAddress = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .replace(/^(\.?\/)+/, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
