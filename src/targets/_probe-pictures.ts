import type { AuditedModel } from '../audit.ts';
import type { Raster } from '../core/raster.ts';
import { preparationOf } from '../images/load.ts';
import { isRefusal } from '../methods/method.ts';
import { edit } from '../probes/edit.ts';
import { probeMontage } from '../reports/probe-montage.ts';
import type { ProbeSummary } from '../results/model.ts';
import type { Pictures } from './_fixture-pictures.ts';

/** What a probe does to the candidate, on the fixture that it adds most to; `undefined` when there is nothing to draw. */
export async function probePicture(
  { config, candidate }: AuditedModel,
  { name, worst }: ProbeSummary,
  explainer: Pictures,
): Promise<Raster | undefined> {
  const probe = config.probes.find(each => each.name === name);
  const fixture = config.fixtures.find(each => each.name === worst);
  const seen = fixture && candidate.seen.get(fixture.name);
  const found = seen?.probes?.[name];
  const before = seen?.maps[config.methods[0]!];
  if (!probe || !fixture || !found || 'refused' in found || !found.map || !before || isRefusal(before))
    return undefined;
  const { picture, regions } = await explainer.fixture({
    path: fixture.path,
    input: candidate.input,
    preparation: preparationOf(config),
    regions: fixture.regions,
  });
  const edited = picture && edit(probe, picture, regions);
  if (!edited || 'refused' in edited) return undefined;
  return probeMontage({
    title: `${name}: ${fixture.name}`,
    input: picture,
    edited: edited.picture,
    before,
    after: found.map,
    notes: [`probe ${name}`, `${(found.moved * 100).toFixed(0)} % of the heat moved`],
  });
}
