import type { Seen } from '../baselines/baseline.ts';
import type { ModelConfig } from '../config/config.ts';
import type { Reason } from '../results/results.ts';

/**
 * What the files of fixtures say of their pictures and was not followed, where the team does not say which way is theirs:
 * a model that was trained the other way is fed other pictures.
 */
export function pictureReasons({ unsaid }: ModelConfig, seen: ReadonlyMap<string, Seen>): Reason[] {
  const all = [...seen].map(([name, { ignored }]) => ({ name, ...ignored }));
  return [
    ...(unsaid.includes('orientation') ? turned(all.filter(({ orientation }) => orientation !== undefined)) : []),
    ...(unsaid.includes('colour') ? coloured(all.filter(({ profile }) => profile !== undefined)) : []),
  ];
}

type Told = readonly { readonly name: string; readonly profile?: string }[];

function turned(fixtures: Told): Reason[] {
  if (fixtures.length === 0) return [];
  const message = `${counted(fixtures)} an EXIF orientation, which is not followed, as PIL.Image.open and so torchvision, timm and Keras do not follow it. Say \`orientation: ignore\`, or \`orientation: apply\` if the training code turns pictures.`;
  return [{ level: 'warn', code: 'orientation-ignored', message }];
}

function coloured(fixtures: Told): Reason[] {
  if (fixtures.length === 0) return [];
  const names = [...new Set(fixtures.map(({ profile }) => profile))].slice(0, 3).join(', ');
  const message = `${counted(fixtures)} a colour profile of other colours than sRGB's (${names}), which is not followed: the numbers are taken as stored, as PIL.Image.open gives them. Say \`colour: as-stored\`, or \`colour: srgb\` if the training code converts colours.`;
  return [{ level: 'warn', code: 'profile-ignored', message }];
}

const counted = (fixtures: Told): string =>
  fixtures.length === 1
    ? `Fixture ${fixtures[0]!.name} has`
    : `${fixtures.length} fixtures (${fixtures[0]!.name} and others) have`;
