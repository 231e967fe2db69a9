import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { CamdriftError } from '../errors.ts';
import type { Shapes } from '../regions/region.ts';
import { decodeRuns } from './_coco-runs.ts';
import type { Fixture } from './config.ts';
import { readTextFile } from './text-file.ts';

const key = z.union([z.int(), z.string()]);
const side = z.int().min(1);

const outline = z.object({
  images: z.array(z.object({ id: key, file_name: z.string(), width: side.optional(), height: side.optional() })),
  annotations: z.array(z.unknown()).max(100_000, 'expected at most 100,000 annotations'),
  categories: z.array(z.object({ id: z.int(), name: z.string() })),
});

const length = z.number().min(0);
const polygon = z
  .array(z.number())
  .min(6, 'expected at least three points')
  .refine(numbers => numbers.length % 2 === 0, 'expected an even number of coordinates: x1, y1, x2, y2, ...');

const annotationSchema = z.object({
  image_id: key,
  category_id: z.int(),
  bbox: z.tuple([z.number(), z.number(), length, length], 'expected [x, y, width, height]').optional(),
  segmentation: z
    .union([
      z.array(polygon),
      z.object({ size: z.tuple([side, side]), counts: z.union([z.string(), z.array(z.number())]) }),
    ])
    .nullish(),
});

type Annotation = z.output<typeof annotationSchema>;
type Image = z.output<typeof outline>['images'][number];

/** Per fixture and region. Far more than anybody draws; a limit because the file comes with a pull request. */
const mostPieces = 1_000;
const mostCoordinates = 100_000;

/**
 * Where the objects of a COCO JSON file lie. Its images are found by `file_name`, relative to the file's folder.
 *
 * @param category only the annotations of that category; else those of the fixture's class where there are such, else all
 * @throws CamdriftError `config-invalid`, also from the function that it answers
 */
export async function cocoShapes(
  path: string,
  category: string | undefined,
): Promise<(fixture: Fixture) => Shapes | undefined> {
  const { images, annotations, names } = await readCoco(path);
  if (category !== undefined && ![...names.values()].includes(category)) {
    const known = [...names.values()].slice(0, 8).join(', ');
    throw wrong(path, `there is no category \`${category}\`; expected one of ${known}${names.size > 8 ? ', ...' : ''}`);
  }
  const imagesByPath = grouped(images, ({ file_name }) => resolve(dirname(path), file_name));
  const byImage = grouped(annotations, ({ annotation }) => annotation.image_id);
  return fixture => {
    const pictured = imagesByPath.get(fixture.path);
    const found = pictured?.flatMap(({ id }) => byImage.get(id) ?? []) ?? [];
    const of = (name: string | undefined) =>
      found.filter(({ annotation }) => names.get(annotation.category_id) === name);
    const own = category === undefined && fixture.label !== undefined ? of(fixture.label) : [];
    const chosen = category !== undefined ? of(category) : own.length > 0 ? own : found;
    return chosen.length > 0 ? union(chosen, pictured![0]!, path) : undefined;
  };
}

function grouped<K, V>(values: readonly V[], keyOf: (value: V) => K): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

interface Named {
  /** As errors name it. */
  readonly what: string;
  readonly annotation: Annotation;
}

async function readCoco(path: string) {
  const message = `There is no annotation file ${path}.`;
  const text = await readTextFile(path, { code: 'config-invalid', message, remedy });
  const parsed = outline.safeParse(fromJson(text, path));
  if (!parsed.success) throw wrong(path, firstIssue(parsed.error), 'is not a COCO annotation file');
  const { images, annotations, categories } = parsed.data;
  return {
    images,
    annotations: annotations.map((each, index) => readAnnotation(each, index, path)),
    names: new Map(categories.map(({ id, name }) => [id, name])),
  };
}

function readAnnotation(value: unknown, index: number, path: string): Named {
  const id = (value as { id?: unknown } | null)?.id;
  const known = typeof id === 'number' || typeof id === 'string';
  const what = known ? `annotation ${String(id).slice(0, 40)}` : `annotation at index ${index}`;
  const parsed = annotationSchema.safeParse(value);
  if (!parsed.success) throw wrong(path, `${what}: ${firstIssue(parsed.error)}`);
  return { what, annotation: parsed.data };
}

/** A segmentation says more than its box. */
function union(chosen: readonly Named[], { width, height }: Image, path: string): Shapes {
  const pieces = chosen.map(({ what, annotation: { bbox, segmentation } }): Shapes => {
    if (segmentation && !Array.isArray(segmentation)) {
      const runs = decodeRuns(segmentation);
      if (typeof runs === 'string') throw wrong(path, `${what}: \`segmentation\`: expected ${runs}`);
      return { runs: [runs] };
    }
    if (segmentation && segmentation.length > 0) return { polygons: segmentation };
    return bbox ? { boxes: [bbox] } : {};
  });
  const boxes = pieces.flatMap(piece => piece.boxes ?? []);
  const polygons = pieces.flatMap(piece => piece.polygons ?? []);
  const runs = pieces.flatMap(piece => piece.runs ?? []);
  const coordinates = polygons.reduce((sum, { length: count }) => sum + count, 0);
  if (boxes.length + polygons.length + runs.length > mostPieces || coordinates > mostCoordinates) {
    const limit = `expected at most ${mostPieces} shapes and ${mostCoordinates} coordinates on one image`;
    throw wrong(path, `${chosen[0]!.what} and others of its image: ${limit}`);
  }
  return {
    ...(boxes.length > 0 && { boxes }),
    ...(polygons.length > 0 && { polygons }),
    ...(runs.length > 0 && { runs }),
    ...(width !== undefined && height !== undefined && { size: { width, height } }),
  };
}

function fromJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CamdriftError('config-invalid', `${path} is not JSON.`, { cause, remedy });
  }
}

/** `bbox`: expected [x, y, width, height] */
function firstIssue({ issues: [issue] }: z.ZodError): string {
  const place = issue!.path.map(String).join('.');
  return `${place === '' ? '' : `\`${place}\`: `}${issue!.message}`;
}

const remedy =
  'Correct the file, or `from` of the region: a COCO JSON file with "images", "annotations" and "categories".';

const wrong = (path: string, what: string, trouble = 'cannot say where a region lies') =>
  new CamdriftError('config-invalid', `${path} ${trouble}: ${what}.`, { remedy });
