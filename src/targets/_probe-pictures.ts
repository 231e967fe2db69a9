import type { AuditedModel } from '../auditing/one-model.ts';

import type { Raster } from '../core/raster.ts';
import { donorOf, preparationOf } from '../images/load.ts';
import type { Place } from '../maps/answers.ts';
import { isRefusal } from '../methods/method.ts';
import { edit } from '../probes/edit.ts';
import type { Edit } from '../probes/probe.ts';
import type { ProbeMontageRequest } from '../reports/probe-montage.ts';
import { explainedWords, predictionWords } from '../reports/words.ts';
import type { ProbeSummary } from '../results/model.ts';
import type { Flip } from '../versions/flips.ts';
import { fixturePicture, type Pictures } from './_fixture-pictures.ts';

/**
 * What a probe does to the candidate: on a fixture whose answer it changes, else on the one that it adds most to; `undefined`
 * when there is nothing to draw.
 */
export async function probePicture(
  audited: AuditedModel,
  { name, worst }: ProbeSummary,
  explainer: Pictures,
): Promise<ProbeMontageRequest | undefined> {
  const flip = audited.flips?.find(each => each.edit === name);
  if (flip) return flipPicture(audited, flip, explainer);
  const { config, candidate, result } = audited;
  const probe = config.probes.find(each => each.name === name);
  const fixture = result.fixtures.find(each => each.name === worst);
  const seen = fixture && candidate.seen.get(fixture.name);
  const found = seen?.probes?.[name];
  const before = seen?.maps[config.methods[0]!];
  if (!probe || !fixture || !found || 'refused' in found || !found.map || !before || isRefusal(before))
    return undefined;
  const both = await editedPictures(audited, fixture.name, { done: probe }, explainer);
  const heat = `heat for ${explainedWords(fixture) ?? 'the answer'}`;
  return (
    both && {
      title: `${name}: ${fixture.name}`,
      without: {
        title: 'input',
        picture: both[0],
        answer: `answer ${predictionWords({ candidate: fixture.candidate })}`,
        map: before,
        heat,
      },
      with: {
        title: `with ${name}`,
        picture: both[1],
        map: found.map,
        heat,
        note: `${(found.moved * 100).toFixed(0)} % of the heat moved`,
      },
    }
  );
}

/** A picture whose answer an edit changes: the heat of the answer without it, and of the new one with it. */
export async function flipPicture(
  audited: AuditedModel,
  flip: Flip,
  explainer: Pictures,
): Promise<ProbeMontageRequest | undefined> {
  const { config, candidate, result } = audited;
  const fixture = result.fixtures.find(each => each.name === flip.fixture);
  const map = fixture && candidate.seen.get(fixture.name)?.maps[config.methods[0]!];
  const both = map && !isRefusal(map) && (await editedPictures(audited, flip.fixture, flip, explainer));
  if (!both) return undefined;
  const answer = (name: string, sure: number) => `answer ${name} ${(sure * 100).toFixed(0)} %`;
  return {
    title: `${flip.words.replace(/^the probe /, '')}: ${flip.fixture}`,
    without: {
      title: 'input',
      picture: both[0],
      answer: answer(flip.from, flip.sure.from),
      map,
      heat: `heat for ${explainedWords(fixture) ?? flip.from}`,
    },
    with: {
      title: 'edited',
      picture: both[1],
      answer: answer(flip.to, flip.sure.to),
      map: flip.map,
      heat: `heat for ${flip.to}`,
    },
  };
}

/** An edit that takes something of another picture needs both of one size. */
const countsPixels = ({ kind }: Edit): boolean => kind === 'jpeg' || kind === 'swap';

/** A fixture without and with an edit. What counts pixels is done at the size of the model, all else on the picture that is shown. */
async function editedPictures(
  audited: AuditedModel,
  name: string,
  { done, donor }: { readonly done: Edit; readonly donor?: Place | undefined },
  explainer: Pictures,
): Promise<readonly [Raster, Raster] | undefined> {
  const found = await fixturePicture(audited, name, explainer, countsPixels(done) ? 'as seen' : 'enlarged');
  const { input } = audited.candidate;
  const other = donor && (await explainer.fixture({ ...donor, input, preparation: preparationOf(audited.config) }));
  const edited = found?.loaded.picture && edit(done, found.loaded.picture, found.loaded.regions, donorOf(other));
  return edited && !('refused' in edited) ? [found!.picture, edited.picture] : undefined;
}
