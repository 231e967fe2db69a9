import { type Comment, type CommentRequest, comment } from '../../src/reports/comment/comment.ts';
import type { Change } from '../../src/results/change.ts';
import type { FixtureResult } from '../../src/results/fixture.ts';
import type { ModelResult } from '../../src/results/model.ts';
import type { Results } from '../../src/results/results.ts';
import {
  changeOf,
  fixture,
  lone,
  model,
  readReason,
  results,
  type SomeFixture,
  type SomeModel,
} from '../support/results.ts';

const repository = 'https://github.com/o/r';
export const head = '9c1e5b7'.padEnd(40, '0');

export const change = (more: Partial<Change> = {}): Change => changeOf(head, 'a41f09c'.padEnd(40, '0'), more);

/** Every montage of the results is published. */
export function say(found: Results, more: Partial<CommentRequest> = {}): Comment {
  const paths = found.models.flatMap(({ fixtures }) => fixtures.flatMap(({ montage }) => montage ?? []));
  return comment({
    results: found,
    pictures: new Map(paths.map(path => [path, `${repository}/blob/${'c'.repeat(40)}/pr-1/${path}?raw=true`])),
    key: 'default',
    links: { repository, run: `${repository}/actions/runs/7` },
    budget: 60_000,
    ...more,
  });
}

/** With a picture. */
export const pictured = (name: string, drift: number, more: SomeFixture = {}): FixtureResult =>
  fixture(name, drift, { montage: `m/${name.replace(/\W/g, '-')}.webp`, ...more });

export const audited = (...models: ModelResult[]): Results => ({ ...results(...models), change: change() });

export const passing = (fixtures: readonly FixtureResult[], more: SomeModel = {}): ModelResult =>
  model(fixtures, { name: 'retrained', verdict: 'pass', reasons: [], ...more });

/** A model without an earlier version. */
export const fresh = (fixtures: readonly FixtureResult[], more: SomeModel = {}): ModelResult =>
  lone(fixtures, {
    name: 'newcomer',
    verdict: 'pass',
    reasons: [readReason('pass', 'model-new', 'This model is new: its maps are shown and not judged.')],
    ...more,
  });
