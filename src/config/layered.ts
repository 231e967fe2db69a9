import type { RawSettings } from './schema.ts';
import type { Source } from './source.ts';

/** Settings in order of precedence, each with where it comes from. */
export type Layered = readonly { readonly settings: RawSettings; readonly source: Source }[];

/** Finds a setting of one model, with where it comes from. */
export type PickSetting = <K extends keyof RawSettings>(
  key: K,
) => { value: NonNullable<RawSettings[K]>; source: Source } | undefined;

/** The first that is given. */
export function pickFrom<K extends keyof RawSettings>(
  layered: Layered,
  key: K,
): { value: NonNullable<RawSettings[K]>; source: Source } | undefined {
  const found = layered.find(({ settings }) => settings[key] !== undefined);
  return found && { value: found.settings[key] as NonNullable<RawSettings[K]>, source: found.source };
}
