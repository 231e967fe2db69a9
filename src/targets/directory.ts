import { mkdir, rm } from 'node:fs/promises';
import type { Audit } from '../audit.ts';
import type { AuditedModel } from '../auditing/one-model.ts';
import { fileNameOf } from '../config/source.ts';
import { sweep } from '../files/leftovers.ts';
import { writePieces } from '../files/write-pieces.ts';
import { reportPage, withResults } from '../reports/html/page.ts';
import type { FixtureEvidence } from '../reports/html/shape.ts';
import { markdown } from '../reports/markdown.ts';
import { type FixtureResult, isShown } from '../results/fixture.ts';
import type { ModelResult } from '../results/model.ts';
import type { Results } from '../results/results.ts';
import { resultsText } from '../results-file/write.ts';
import { type Sequence, Spilled } from '../spill/spilled.ts';
import { ahead } from './_ahead.ts';
import { editFiles, withEditPictures } from './_edit-pictures.ts';
import { type DrawnFixture, drawn, evidenceOf, type Pictures, pictureToDraw } from './_fixture-pictures.ts';
import { ownPath, savePicture } from './_own-files.ts';
import { type PictureForm, pictureForms } from './_picture-form.ts';
import { evidenceIn, pictureSizes, reportTemplate } from './_report-file.ts';

/**
 * Writes an audit to a folder: one montage per fixture that both models explained, one per probe and per edit that stands out, `summary.md`,
 * `report.html` and `results.json`.
 * One picture is drawn while the one before is encoded and the next one decoded, and what the report shows of each is set aside, so
 * memory does not grow with them.
 * @param explainer decodes the fixtures; without it no picture is drawn
 * @returns the results with the montages' paths in them
 */
export async function writeAudit(
  folder: string,
  { results, pictures }: Audit,
  explainer: Pictures | undefined,
): Promise<Results> {
  await mkdir(folder, { recursive: true });
  // An interrupted run leaves none, rather than those of the run before.
  for (const name of written) await rm(await ownPath(folder, name), { force: true });
  await sweep(folder);
  const sizeOf = pictureSizes(results.models);
  const formOf = pictureForms(results);
  const drawnModels: DrawnModel[] = [];
  for (const result of results.models) {
    const audited = pictures.find(each => each.result.name === result.name);
    const now = results.change ? 'this PR' : 'candidate';
    const size = (fixture: string) => sizeOf(result, fixture);
    const form = (fixture: string) => formOf(result.name, fixture);
    const drawing = explainer && { now, size, form, explainer };
    drawnModels.push(audited && drawing ? await withMontages(folder, audited, drawing) : { result, evidence: [] });
  }
  const finished = { ...results, models: drawnModels.map(({ result }) => result) };
  const evidence = drawnModels.map(each => each.evidence);
  await writeFiles(folder, finished, reportPage(await reportTemplate(), finished, evidence));
  return finished;
}

/** In the order in which they are written: who finds results has the others. */
const written = ['summary.md', 'report.html', 'results.json'] as const;

async function writeFiles(folder: string, results: Results, report: Iterable<string>): Promise<void> {
  const texts = { 'summary.md': [markdown(results)], 'report.html': report, 'results.json': resultsText(results) };
  for (const name of written) await writePieces(await ownPath(folder, name), texts[name]);
}

/** Writes results anew that somebody's word has changed since; the pictures stay. */
export async function rewriteAudit(folder: string, results: Results): Promise<void> {
  const evidence = evidenceIn(await ownPath(folder, 'report.html'));
  await writeFiles(folder, results, withResults(await reportTemplate(), evidence, results));
}

interface DrawnModel {
  readonly result: ModelResult;
  /** Per fixture, in their order. */
  readonly evidence: Sequence<FixtureEvidence>;
}

interface Drawing {
  /** What the candidate is called. */
  readonly now: string;
  readonly explainer: Pictures;
  /** Of a fixture's picture in the report. */
  size(fixture: string): number;
  /** Of its montage. */
  form(fixture: string): PictureForm;
}

async function withMontages(folder: string, audited: AuditedModel, drawing: Drawing): Promise<DrawnModel> {
  const { result } = audited;
  const own = await ownPath(folder, result.name);
  await mkdir(own, { recursive: true });
  await sweep(own);
  const names = new Map(editFiles(result).map(name => [name.toLowerCase(), 1]));
  const fixtures: FixtureResult[] = [];
  const evidence = new Spilled<FixtureEvidence>();
  let writing: Promise<unknown> | undefined;
  const pictures = ahead(result.fixtures, each => pictureToDraw(audited, each, drawing.explainer));
  for await (const [fixture, picture] of pictures) {
    const form = drawing.form(fixture.name);
    const found = picture && drawn(audited, fixture, picture, { now: drawing.now, form });
    const paths = found && pathsOf(found, `${result.name}/${unique(fixture.name, names)}`);
    fixtures.push(paths && isShown(fixture) ? { ...fixture, ...paths } : fixture);
    await writing;
    const shown = evidenceOf(audited, fixture, picture?.picture, drawing.size(fixture.name));
    const at = fixtures.length - 1;
    writing = Promise.all([shown.then(each => evidence.set(at, each)), found && savePictures(folder, paths!, found)]);
    writing.catch(() => {});
  }
  await writing;
  return { result: { ...(await withEditPictures(folder, audited, drawing.explainer)), fixtures }, evidence };
}

const pathsOf = ({ narrow }: DrawnFixture, path: string) => ({
  montage: `${path}.webp`,
  ...(narrow && { narrow: `${path}.narrow.webp` }),
});

async function savePictures(folder: string, paths: ReturnType<typeof pathsOf>, drawn: DrawnFixture): Promise<void> {
  const narrow = paths.narrow === undefined ? undefined : savePicture(folder, paths.narrow, drawn.narrow!);
  await Promise.all([savePicture(folder, paths.montage, drawn.montage), narrow]);
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
