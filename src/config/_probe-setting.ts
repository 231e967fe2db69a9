import { z } from 'zod';
import type { Corner, CoverProbe, Place } from '../probes/probe.ts';

export const corners = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const satisfies readonly Corner[];

const places = [...corners, 'top', 'bottom', 'left', 'right', 'centre'] as const satisfies readonly Place[];
const parts = ['centre', 'top', 'bottom', 'left', 'right'] as const satisfies readonly CoverProbe['part'][];

const colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'expected a colour such as "#ff8c00"')
  .transform(text => [1, 3, 5].map(at => Number.parseInt(text.slice(at, at + 2), 16)) as [number, number, number]);

const builtIn = z.literal('built-in');
const gain = z.number().min(0).max(10);

/** Exactly one of the first eight keys says what the edit is. */
const written = z.strictObject({
  mark: z.string().describe('A picture to paste: the path of a PNG, or built-in.').optional(),
  frame: z
    .union([builtIn, colour.transform(one => [one]), z.array(colour).length(4)])
    .describe('A border all around: a colour, one per side from the top clockwise, or built-in.')
    .optional(),
  background: z.union([builtIn, colour]).describe('Colour of all that is not the object, or built-in.').optional(),
  brightness: gain.describe('Factor of every channel.').optional(),
  cast: z.tuple([gain, gain, gain]).describe('Factors of red, green and blue.').optional(),
  blur: z
    .number()
    .gt(0)
    .max(0.2)
    .describe("Standard deviation of a blur in parts of the picture's shorter side.")
    .optional(),
  jpeg: z.int().min(1).max(100).describe('Quality of JPEG blocks.').optional(),
  cover: z.enum(parts).describe('A part that is covered: the centre, or a strip along an edge.').optional(),
  name: z
    .string()
    .regex(/^[\w.-]+$/, 'expected letters, digits, `.`, `-` and `_` only')
    .describe('Name in reports; the kind of edit unless said otherwise.')
    .optional(),
  at: z
    .union([z.enum([...places, 'corners']), z.array(z.enum(places)).min(1)])
    .describe('Where a mark is pasted: a corner, the middle of an edge, the centre, several, or all corners (corners).')
    .optional(),
  size: z.number().gt(0).max(1).describe("Longer side of a mark in parts of the picture's shorter side.").optional(),
  width: z
    .number()
    .gt(0)
    .max(0.4)
    .describe("Width of a frame or cover in parts of the picture's shorter side.")
    .optional(),
  object: z.string().describe('The region that a new background leaves as it is.').optional(),
  limit: z.number().min(0).max(1).describe('Largest accepted extra movement, candidate less baseline.').optional(),
});

export const probeKinds = ['mark', 'frame', 'background', 'brightness', 'cast', 'blur', 'jpeg', 'cover'] as const;
type Kind = (typeof probeKinds)[number];

/** Keys that mean something for one kind of edit only. */
const onlyFor: Readonly<Record<string, readonly Kind[]>> = {
  at: ['mark'],
  size: ['mark'],
  width: ['frame', 'cover'],
  object: ['background'],
};

/**
 * What moves attention further than this, candidate less baseline, is a regression unless said otherwise: about twice the
 * largest value of any benign model of the drift benchmark (docs/benchmark.md), by what the edit is.
 */
const ownLimits: Readonly<Record<Kind, number>> = {
  mark: 0.06,
  frame: 0.06,
  background: 0.04,
  brightness: 0.03,
  cast: 0.03,
  blur: 0.03,
  jpeg: 0.03,
  cover: 0.06,
};

/** One probe as it is written: `mark`, `frame`, `background`, or a mapping. */
export const probeSetting = z
  .union([z.enum(['mark', 'frame', 'background']).transform(kind => ({ [kind]: 'built-in' })), written])
  .transform((given, context) => {
    const probe = given as z.output<typeof written>;
    const found = probeKinds.filter(kind => probe[kind] !== undefined);
    const [kind] = found;
    const complain = (message: string) => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    if (!kind || found.length > 1)
      return complain(
        `expected exactly one of ${probeKinds.join(', ')}, got ${found.length > 0 ? found.join(' and ') : 'none'}`,
      );
    const odd = Object.keys(onlyFor).find(key => key in probe && !onlyFor[key]!.includes(kind));
    if (odd) return complain(`\`${odd}\` belongs to \`${onlyFor[odd]!.join('` and `')}\`, and this is \`${kind}\``);
    return { ...probe, kind, name: probe.name ?? kind };
  });

type RawProbe = z.output<typeof probeSetting>;

export const probesSetting = z
  .union([z.enum(['default', 'quick', 'sweep', 'none']), z.array(probeSetting)])
  .describe(
    'Edits that should not matter: quick (a mark, a frame and, with regions, another background), sweep (these, and a stock of plain edits read by answers alone), default (the sweep where something is in doubt), none, or a list.',
  );

/** A probe as it is written, with a limit, and whether the team wrote either. */
export type NamedProbe = RawProbe & { readonly limit: number; readonly asked: boolean; readonly ownLimit: boolean };

/** When the stock of plain edits is tried; a team's own list is taken as it is. */
export const sweepOf = (setting: z.output<typeof probesSetting> = 'default'): 'always' | 'in-doubt' | 'never' =>
  setting === 'sweep' ? 'always' : setting === 'default' ? 'in-doubt' : 'never';

/** The probes that a setting names, before any file is read. @param objects whether regions say what is not background */
export function probesOf(setting: z.output<typeof probesSetting> | undefined, objects: boolean): readonly NamedProbe[] {
  if (setting === 'none') return [];
  if (typeof setting === 'object') return setting.map(probe => limited(probe, true));
  const usual = ['mark', 'frame', ...(objects ? ['background'] : [])];
  return usual.map(kind => limited(probeSetting.parse(kind), false));
}

const limited = (probe: RawProbe, asked: boolean): NamedProbe => ({
  ...probe,
  asked,
  limit: probe.limit ?? ownLimits[probe.kind],
  ownLimit: probe.limit === undefined,
});

/** For suggestions. */
export const probeKeys: readonly string[] = Object.keys(written.shape);
