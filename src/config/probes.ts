import { CamdriftError } from '../errors.ts';
import { readMark } from '../images/mark.ts';
import { builtInBackground } from '../probes/background.ts';
import { builtInFrame } from '../probes/frame.ts';
import { builtInMarkSize } from '../probes/mark.ts';
import type { CoverProbe, Place, Probe } from '../probes/probe.ts';
import { corners, type NamedProbe, probesOf } from './_probe-setting.ts';
import { isObject } from './_region-setting.ts';
import type { RawSettings } from './schema.ts';
import { locate, type Source } from './source.ts';

type Regions = NonNullable<RawSettings['regions']>;

/** What a probe needs from the rest of the model's configuration. */
interface Surroundings {
  readonly model: string;
  readonly source: Source | undefined;
  readonly regions: Regions;
}

/** Longer side of a team's own mark, in parts of the picture's shorter side. */
const ownMarkSize = 0.3;

/** What covers a part, and how much of it there is unless said otherwise. */
const grey = [128, 128, 128] as const;
const strip = 0.08;
const coverSize: Readonly<Record<CoverProbe['part'], number>> = {
  centre: 0.3,
  top: strip,
  bottom: strip,
  left: strip,
  right: strip,
};

/**
 * The probes of a model, with the pictures of marks read: a mark, a frame and, where regions say what the object is, another
 * background where nothing is said.
 * @throws CamdriftError `config-invalid`: two of one name, a mark that is no PNG, a background without its region;
 *   `path-outside`
 */
export async function resolveProbes(
  found: { value: NonNullable<RawSettings['probes']>; source: Source } | undefined,
  regions: Regions,
  model: string,
): Promise<readonly Probe[]> {
  const probes = probesOf(found?.value, regions.some(isObject));
  const twice = probes.find(({ name }, index) => probes.findIndex(other => other.name === name) !== index);
  if (twice)
    throw new CamdriftError('config-invalid', `Two probes of model ${model} are named \`${twice.name}\`.`, {
      remedy: 'Give one of them another `name`.',
    });
  return Promise.all(probes.map(probe => resolved(probe, { model, source: found?.source, regions })));
}

async function resolved(probe: NamedProbe, around: Surroundings): Promise<Probe> {
  const { name, limit, asked, ownLimit, kind } = probe;
  const named = { name, limit, asked, ownLimit };
  switch (kind) {
    case 'mark':
      return { ...named, kind, ...(await markOf(probe, around)) };
    case 'frame':
      return { ...named, kind, ...frameOf(probe) };
    case 'background':
      return { ...named, kind, colours: backgroundOf(probe), object: objectOf(probe, around) };
    case 'brightness':
      return { ...named, kind: 'light', gains: [probe.brightness!, probe.brightness!, probe.brightness!] };
    case 'cast':
      return { ...named, kind: 'light', gains: probe.cast! };
    case 'blur':
      return { ...named, kind, radius: probe.blur! };
    case 'jpeg':
      return { ...named, kind, quality: probe.jpeg! };
    case 'cover':
      return { ...named, kind, part: probe.cover!, size: probe.width ?? coverSize[probe.cover!], colour: grey };
  }
}

async function markOf({ name, mark, at = 'corners', size }: NamedProbe, { model, source }: Surroundings) {
  const places: readonly Place[] = at === 'corners' ? corners : [at].flat();
  const where = { at: [...new Set(places)] };
  if (mark === 'built-in' || mark === undefined || !source)
    return { mark: 'built-in' as const, size: size ?? builtInMarkSize, ...where };
  const path = await locate(mark, source, `mark of the probe ${name} of model ${model}`);
  return { mark: await readMark(path), size: size ?? ownMarkSize, ...where };
}

const backgroundOf = ({ background }: NamedProbe) =>
  background === 'built-in' || background === undefined ? builtInBackground : [background];

function frameOf({ frame, width = builtInFrame.width }: NamedProbe) {
  return { colours: frame === 'built-in' || frame === undefined ? builtInFrame.colours : frame, width };
}

/** The region that is named, else the one that heat should lie in, else the first. */
function objectOf({ name, object }: NamedProbe, { model, regions }: Surroundings): string {
  const wanted = regions.find(isObject);
  const found = object === undefined ? (wanted ?? regions[0]) : regions.find(region => region.name === object);
  if (found) return found.name;
  const trouble =
    object === undefined
      ? 'needs regions, to know what is not background, and none are given'
      : `names the region \`${object}\`, which is not among \`regions\``;
  throw new CamdriftError('config-invalid', `The probe \`${name}\` of model ${model} ${trouble}.`, {
    remedy: 'Say where the object lies on each fixture with `regions`, or remove the probe.',
  });
}
