import type { AuditedModel } from '../auditing/one-model.ts';

import type { Heatmap } from '../core/heatmap.ts';
import { type Raster, rasterFromArray } from '../core/raster.ts';
import { resample } from '../core/resample.ts';
import type { Explainer } from '../explainer/explainer.ts';
import { encodeWebp } from '../images/encode.ts';
import { enlarged } from '../images/enlarge.ts';
import { type FixtureToShow, preparationOf } from '../images/load.ts';
import { isRefusal } from '../methods/method.ts';
import { mapPair } from '../reports/html/evidence.ts';
import { methodsOf } from '../reports/html/results.ts';
import type { FixtureEvidence } from '../reports/html/shape.ts';
import { inPairs, inRow, type MontageRequest, montages } from '../reports/montage.ts';
import { explainedWords, judgedDrift, predictionWords, reading, titleOf } from '../reports/words.ts';
import type { Answer, FixtureResult } from '../results/fixture.ts';
import type { ModelResult } from '../results/model.ts';
import type { PictureForm } from './_picture-form.ts';

/** Who decodes fixtures. */
export type Pictures = Pick<Explainer, 'fixture'>;

export interface FixturePicture {
  readonly picture: Raster;
  readonly loaded: FixtureToShow;
}

/**
 * A fixture as people look at it: framed as the model sees it, and larger where the file has more to show.
 * @param size `as seen` does not enlarge it
 */
export async function fixturePicture(
  { config, candidate }: AuditedModel,
  name: string,
  explainer: Pictures,
  size: 'as seen' | 'enlarged' = 'enlarged',
): Promise<FixturePicture | undefined> {
  const found = config.fixtures.find(fixture => fixture.name === name);
  if (!found) return undefined;
  const { path, regions } = found;
  const asked = ([input, preparation]: ReturnType<typeof enlarged>) => ({ path, input, preparation, regions });
  const plain: ReturnType<typeof enlarged> = [candidate.input, preparationOf(config)];
  const seen = await explainer.fixture(asked(plain));
  const larger = size === 'enlarged' && seen.stored && enlarged(...plain, seen.stored);
  // A thin picture may be too large where it is enlarged, and is then shown as it is.
  const loaded = larger && larger[0] !== plain[0] ? await explainer.fixture(asked(larger)).catch(() => seen) : seen;
  const { width, height, channels } = candidate.input;
  return { loaded, picture: loaded.picture ?? rasterFromArray(loaded.values!, width, height, channels) };
}

export interface DrawnFixture {
  readonly montage: Raster;
  readonly narrow?: Raster | undefined;
  /** What `report.html` shows of it. */
  readonly picture: Raster;
}

/** The picture of a fixture of which there is a map to draw. */
export async function pictureToDraw(
  audited: AuditedModel,
  { name }: FixtureResult,
  explainer: Pictures,
): Promise<FixturePicture | undefined> {
  return drawnMap(audited.config, audited.candidate, name) && fixturePicture(audited, name, explainer);
}

/** Of the method that is drawn. */
function drawnMap({ methods }: AuditedModel['config'], side: Side | undefined, name: string): Heatmap | undefined {
  const map = side?.seen.get(name)?.maps[methods[0]!];
  return map && !isRefusal(map) ? map : undefined;
}

type Side = NonNullable<AuditedModel['baseline']>;

/**
 * The montage of a fixture.
 * @param now what the candidate is called
 * @param form `plain`: 160 pixels per tile; `sharp`: twice that, where its file has them; `both`: for narrow screens as well
 */
export function drawn(
  { config, result, baseline, candidate }: AuditedModel,
  fixture: FixtureResult,
  { picture, loaded }: FixturePicture,
  { now, form }: { readonly now: string; readonly form: PictureForm },
): DrawnFixture {
  const request: MontageRequest = {
    title: titleOf(fixture),
    input: picture,
    baseline: fixture.baseline && drawnMap(config, baseline, fixture.name),
    candidate: drawnMap(config, candidate, fixture.name)!,
    captions: captions(result, fixture, now),
    regions: loaded.regions,
    ...(form === 'plain' && { tile: 160 }),
  };
  const [wide, narrow] = montages(request, form === 'both' ? [inRow, inPairs] : [inRow]);
  return { montage: wide!, narrow, picture };
}

/** @param longest pixels of the picture's longer side; 0: no picture */
export async function evidenceOf(
  { result, baseline, candidate }: AuditedModel,
  fixture: FixtureResult,
  picture: Raster | undefined,
  longest: number,
): Promise<FixtureEvidence> {
  const [before, now] = [
    fixture.baseline && baseline?.seen.get(fixture.name)?.maps,
    candidate.seen.get(fixture.name)?.maps,
  ];
  if (!picture || longest === 0) return { width: 0, height: 0, maps: [] };
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const [width, height] = [picture.width, picture.height].map(side => Math.max(1, Math.round(side * scale))) as [
    number,
    number,
  ];
  const bytes = await encodeWebp(scale < 1 ? resample(picture, width, height) : picture, 80);
  return {
    picture: `data:image/webp;base64,${Buffer.from(bytes).toString('base64')}`,
    width,
    height,
    maps: methodsOf(result).map(method => mapPair(before?.[method], now?.[method])),
  };
}

function captions(model: ModelResult, fixture: FixtureResult, now: string) {
  const said = (side: Answer | undefined) => side && predictionWords({ candidate: side });
  return {
    input: { note: explainedWords(fixture) },
    baseline: { note: said(fixture.baseline) },
    candidate: { title: now, note: said(fixture.candidate) },
    change: { note: `shift ${reading('attention-shift', judgedDrift(model, fixture))}` },
  };
}
