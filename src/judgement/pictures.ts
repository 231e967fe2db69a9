import type { Seen } from '../baselines/baseline.ts';
import type { ModelConfig } from '../config/config.ts';
import type { Reason } from '../results/reason.ts';

/**
 * What the files of fixtures say of their pictures and was not followed, where the team does not say which way is theirs:
 * a model that was trained the other way is fed other pictures.
 */
export function pictureReasons({ unsaid }: Pick<ModelConfig, 'unsaid'>, seen: ReadonlyMap<string, Seen>): Reason[] {
  const all = Array.from(seen, ([name, { ignored }]) => ({ name, ...ignored }));
  return [
    ...(unsaid.includes('orientation') ? turned(all.filter(({ orientation }) => orientation !== undefined)) : []),
    ...(unsaid.includes('colour') ? coloured(all.filter(({ profile }) => profile !== undefined)) : []),
  ];
}

type Told = readonly { readonly name: string; readonly profile?: string }[];

function turned(fixtures: Told): Reason[] {
  if (fixtures.length === 0) return [];
  return [{ level: 'warn', code: 'orientation-ignored', fixtures: fixtures.map(({ name }) => name) }];
}

function coloured(fixtures: Told): Reason[] {
  if (fixtures.length === 0) return [];
  const profiles = [...new Set(fixtures.flatMap(({ profile }) => profile ?? []))];
  return [{ level: 'warn', code: 'profile-ignored', fixtures: fixtures.map(({ name }) => name), profiles }];
}
