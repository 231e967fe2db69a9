import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Audit, AuditedModel } from '../audit.ts';
import { fileNameOf } from '../config/source.ts';
import { type Raster, rasterFromArray } from '../core/raster.ts';
import { sweep } from '../files/leftovers.ts';
import { confined } from '../files/workspace.ts';
import { encodeWebp } from '../images/encode.ts';
import { preparationOf } from '../images/load.ts';
import { isRefusal } from '../methods/method.ts';
import { markdown } from '../reports/markdown.ts';
import { montage } from '../reports/montage.ts';
import { judgedDrift, predictionWords, reading } from '../reports/words.ts';
import { type Answer, type FixtureResult, isShown } from '../results/fixture.ts';
import type { ModelResult, ProbeSummary } from '../results/model.ts';
import type { Results } from '../results/results.ts';
import { resultsText } from '../results-file/write.ts';
import { type Pictures, probePicture } from './_probe-pictures.ts';

/**
 * Writes an audit to a folder: one montage per fixture that both models explained, one per probe of its worst fixture, `summary.md` and `results.json`.
 * One picture is drawn while the one before is encoded, so memory does not grow with the number of fixtures.
 * @param explainer decodes the fixtures; without it no picture is drawn
 * @returns the results with the montages' paths in them
 */
export async function writeAudit(
  folder: string,
  { results, pictures }: Audit,
  explainer: Pictures | undefined,
): Promise<Results> {
  await mkdir(folder, { recursive: true });
  const [summary, file] = [await ownPath(folder, 'summary.md'), await ownPath(folder, 'results.json')];
  // An interrupted run leaves none, rather than those of the run before.
  for (const path of [summary, file]) await rm(path, { force: true });
  await sweep(folder);
  const models: ModelResult[] = [];
  for (const model of results.models) {
    const audited = pictures.find(({ result }) => result.name === model.name);
    const now = results.change ? 'this PR' : 'candidate';
    models.push(audited && explainer ? await withMontages(folder, audited, now, explainer) : model);
  }
  const finished = { ...results, models };
  await writeFileAtomic(summary, markdown(finished));
  await writeFileAtomic(file, resultsText(finished));
  return finished;
}

/** Writes results anew that somebody's word has changed since; the pictures stay. */
export async function rewriteAudit(folder: string, results: Results): Promise<void> {
  await writeFileAtomic(await ownPath(folder, 'summary.md'), markdown(results));
  await writeFileAtomic(await ownPath(folder, 'results.json'), resultsText(results));
}

/** A change may bring links of its own where we write: they are not followed out of the folder. */
const ownPath = (folder: string, name: string): Promise<string> =>
  confined(folder, join(folder, name), `output ${name}`);

async function withMontages(
  folder: string,
  audited: AuditedModel,
  now: string,
  explainer: Pictures,
): Promise<ModelResult> {
  const own = await ownPath(folder, audited.result.name);
  await mkdir(own, { recursive: true });
  await sweep(own);
  const names = new Map(audited.result.probes?.map(({ name }) => [`probe-${name}`.toLowerCase(), 1]));
  const fixtures: FixtureResult[] = [];
  let writing: Promise<void> | undefined;
  for (const fixture of audited.result.fixtures) {
    const [picture] = await Promise.all([drawn(audited, fixture, now, explainer), writing]);
    const montage = picture && `${audited.result.name}/${unique(fixture.name, names)}.webp`;
    fixtures.push(montage && isShown(fixture) ? { ...fixture, montage } : fixture);
    if (picture && montage) {
      const path = await ownPath(folder, montage);
      writing = encodeWebp(picture).then(bytes => writeFileAtomic(path, Buffer.from(bytes)));
    }
  }
  await writing;
  const probes = await withProbePictures(folder, audited, explainer);
  return { ...audited.result, ...(probes && { probes }), fixtures };
}

async function withProbePictures(
  folder: string,
  audited: AuditedModel,
  explainer: Pictures,
): Promise<ProbeSummary[] | undefined> {
  const { name: model, probes } = audited.result;
  return (
    probes &&
    Promise.all(
      probes.map(async summary => {
        const drawing = await probePicture(audited, summary, explainer);
        if (!drawing) return summary;
        const picture = `${model}/probe-${summary.name}.webp`;
        await writeFileAtomic(await ownPath(folder, picture), Buffer.from(await encodeWebp(drawing)));
        return { ...summary, picture };
      }),
    )
  );
}

async function drawn(
  { config, result, baseline, candidate }: AuditedModel,
  fixture: FixtureResult,
  now: string,
  explainer: Pictures,
): Promise<Raster | undefined> {
  const method = config.methods[0]!;
  const after = candidate.seen.get(fixture.name)?.maps[method];
  const found = config.fixtures.find(({ name }) => name === fixture.name);
  if (!after || isRefusal(after) || !found) return undefined;
  const before = fixture.baseline && baseline?.seen.get(fixture.name)?.maps[method];
  const { picture, values, regions } = await explainer.fixture({
    path: found.path,
    input: candidate.input,
    preparation: preparationOf(config),
    regions: found.regions,
  });
  const { width, height, channels } = candidate.input;
  return montage({
    title: fixture.name,
    input: picture ?? rasterFromArray(values, width, height, channels),
    baseline: before && !isRefusal(before) ? before : undefined,
    candidate: after,
    captions: captions(result, fixture, now),
    regions,
  });
}

function captions(model: ModelResult, fixture: FixtureResult, now: string) {
  const said = (side: Answer | undefined) => side && predictionWords({ candidate: side });
  const explained = fixture.candidate?.explained;
  return {
    input: { note: explained?.label ?? `class ${explained?.index}` },
    baseline: { note: said(fixture.baseline) },
    candidate: { title: now, note: said(fixture.candidate) },
    change: { note: `shift ${reading('attention-shift', judgedDrift(model, fixture))}` },
  };
}

/** A file name of its own, also where case is not told apart. */
function unique(fixture: string, taken: Map<string, number>): string {
  const slug = fileNameOf(
    fixture
      .replace(/\.\w+$/, '')
      .replace(/[^\w-]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'fixture',
  );
  const earlier = taken.get(slug.toLowerCase()) ?? 0;
  taken.set(slug.toLowerCase(), earlier + 1);
  if (earlier === 0) return slug;
  const numbered = `${slug}-${earlier + 1}`;
  return unique(numbered, taken);
}
