import type { Baseline, Provenance } from '../baselines/baseline.ts';
import { readBaseline } from '../baselines/directory.ts';
import type { ModelConfig } from '../config/config.ts';
import { CamdriftError } from '../errors.ts';
import { regularDigest } from '../files/regular-file.ts';
import { modelDigest } from '../models/index.ts';
import { probeDigest } from '../probes/digest.ts';
import { digestAt } from '../sources/address.ts';
import { digestsOf } from './items.ts';
import { type Use, useOf } from './use.ts';

/** Why stored maps cannot be compared with what the configuration asks for; `undefined` when they can. */
export async function staleness(stored: Provenance, config: ModelConfig): Promise<string | undefined> {
  const { score, layer, methods } = config;
  const { pixels, load } = config.baselineUse ?? config;
  if (stored.score !== score) return `it explains the ${stored.score}, and the ${score} is asked for`;
  if (layer !== 'auto' && stored.layer.name !== layer)
    return `it was made from layer \`${stored.layer.name}\`, and \`${layer}\` is asked for`;
  if (!stored.methods.includes(methods[0]!)) return `it has no maps of ${methods[0]}, which is judged`;
  return otherPixels(stored.pixels, pixels) ?? otherUse(stored, await useOf(load));
}

/** Whether other numbers of the model were explained, or it was given others beside the picture. */
function otherUse({ output, signature, inputs = {} }: Provenance, asked: Use): string | undefined {
  const made = (key: string, before: unknown, now: unknown) =>
    before === now ? undefined : `it was made with ${said(before)} for \`${key}\`, and ${said(now)} is asked for`;
  const names = Object.keys({ ...inputs, ...asked.inputs }).sort();
  const found = names.map(name => made(`inputs: ${name}`, inputs[name], asked.inputs?.[name]));
  return made('output', output, asked.output) ?? made('signature', signature, asked.signature) ?? found.find(Boolean);
}

const said = (value: unknown): string =>
  value === undefined ? 'nothing' : `\`${typeof value === 'string' ? value.slice(0, 60) : value}\``;

/** Whether the fixtures were read as other numbers. */
function otherPixels(stored: Provenance['pixels'], asked: ModelConfig['pixels']): string | undefined {
  if (!stored)
    return 'it was made by a version that turned pictures by EXIF, followed colour profiles and read 16-bit grey otherwise';
  const keys = Object.keys({ ...stored, ...asked }) as (keyof typeof asked)[];
  const other = keys.find(key => stored[key] !== asked[key]);
  return (
    other && `it was made with ${said(stored[other])} for \`${written[other]}\`, and ${said(asked[other])} is asked for`
  );
}

/** As the configuration calls them. */
const written: Record<keyof ModelConfig['pixels'], string> = {
  orientation: 'orientation',
  colour: 'colour',
  resample: 'resample',
  antialias: 'antialias',
  resizeTo: 'resize-to',
  crop: 'crop',
};

/** Which probe's effect a stored baseline does not tell; maps can be compared all the same. */
export function otherProbes(
  { probes: stored = [] }: Provenance,
  { probes }: Pick<ModelConfig, 'probes'>,
): string | undefined {
  const other = probes.find(probe => stored.find(({ name }) => name === probe.name)?.digest !== probeDigest(probe));
  if (!other) return undefined;
  const how = stored.some(({ name }) => name === other.name) ? 'with another' : 'without the';
  return `it was made ${how} probe \`${other.name}\``;
}

/**
 * Why a stored baseline is not the one that `camdrift baseline` would write now; `undefined` when it is. What cannot be read, of it, the
 * model or a fixture, is such a reason: it costs no other model its answer.
 */
export async function staleReason(model: ModelConfig & { folder: string }): Promise<string | undefined> {
  try {
    return await otherThanNow(model, await readBaseline(model.folder));
  } catch (error) {
    if (!(error instanceof CamdriftError)) throw error;
    return error.message;
  }
}

/** The digest of the model that is there. What lies at an address is what its digest says, or is refused when it is fetched. */
export const digestNow = async ({ address, path, load }: Pick<ModelConfig, 'address' | 'path' | 'load'>) =>
  address ? digestAt(address) : modelDigest(path, load.within);

async function otherThanNow(model: ModelConfig, stored: Baseline): Promise<string | undefined> {
  if (stored.model.digest !== (await digestNow(model))) return 'the model has changed since';
  return (
    (await staleness(stored, model)) ??
    otherFed(stored, model) ??
    otherProbes(stored, model) ??
    (await otherFixtures(model, stored))
  );
}

/** Two sides may be fed differently, and the reader is told; what would be stored now is another thing. */
function otherFed({ preprocess, fit }: Provenance, now: Pick<ModelConfig, 'fit' | 'preprocess'>): string | undefined {
  if (fit !== now.fit) return `it was made with \`${fit}\` for \`fit\`, and \`${now.fit}\` is asked for`;
  const numbers = ({ scale, mean, std, order }: Provenance['preprocess'] | ModelConfig['preprocess']) =>
    JSON.stringify({ scale, mean, std, order });
  return numbers(preprocess) === numbers(now.preprocess)
    ? undefined
    : `it was made with ${numbers(preprocess)} for \`preprocess\`, and ${numbers(now.preprocess)} is asked for`;
}

/** Whether the fixtures are still the ones that the maps were made from. */
async function otherFixtures(
  { fixtures }: Pick<ModelConfig, 'fixtures'>,
  { seen: items, task }: Baseline,
): Promise<string | undefined> {
  const seen = task === 'multi-label' ? digestsOf(items) : items;
  const missing = fixtures.filter(({ name }) => !seen.has(name)).length;
  if (missing > 0) return `${missing} of ${fixtures.length} fixtures are not in it`;
  const lost = seen.size - fixtures.length;
  if (lost > 0) return `${lost} of its fixtures are gone`;
  for (const { name, path } of fixtures) {
    const digest = await regularDigest(path, mostBytes, (why, cause) => unreadable(name, why, cause));
    if (digest !== seen.get(name)?.digest) return `fixture ${name} has changed since`;
  }
  return undefined;
}

/** As large as a fixture may be. */
const mostBytes = 256 * 2 ** 20;

const unreadable = (fixture: string, why: string, cause: unknown) =>
  new CamdriftError('fixture-unreadable', `The fixture ${fixture} cannot be read: ${why}.`, { cause });
