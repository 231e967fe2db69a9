import type { Probe } from '../probes/probe.ts';
import { probesOf } from './_probe-setting.ts';
import type { RawSettings } from './schema.ts';
import type { Source } from './source.ts';

/** The probes of a model, with the pictures of marks read. */
export async function resolveProbes(
  found: { value: NonNullable<RawSettings['probes']>; source: Source } | undefined,
  _model: string,
): Promise<readonly Probe[]> {
  return probesOf(found?.value ?? 'none').map(({ name }) => {
    throw new Error(`Not built yet: ${name}.`);
  });
}
