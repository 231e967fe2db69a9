import { basename, dirname, resolve } from 'node:path';
import { z } from 'zod';
import { CamdriftError } from '../errors.ts';
import { readTextFile } from './text-file.ts';

/** The part of COCO's object-detection format that is read here. */
const coco = z.object({
  images: z.array(z.object({ id: z.union([z.int(), z.string()]), file_name: z.string() })),
  annotations: z.array(
    z.object({
      image_id: z.union([z.int(), z.string()]),
      category_id: z.int(),
      area: z.number().optional(),
      bbox: z.array(z.number()).length(4).optional(),
    }),
  ),
  categories: z.array(z.object({ id: z.int(), name: z.string() })),
});

const remedy = 'Correct `truth` (or --truth): `folder`, or the path of a COCO JSON file.';

/** True class of a fixture, by its absolute path; `undefined` where the data set says nothing. */
export interface Truth {
  (path: string): string | undefined;
  /** Every class that is in it. */
  readonly all?: (path: string) => readonly string[] | undefined;
}

/**
 * @param source `folder`, where the folder's name is the class (the ImageFolder convention), or the path of a COCO JSON
 *   file, where the category of the largest object is the class
 * @throws CamdriftError `config-invalid`
 */
export async function readTruth(source: string): Promise<Truth> {
  if (source === 'folder') return path => basename(dirname(path));
  const message = `There is no annotation file ${source}.`;
  const text = await readTextFile(source, { code: 'config-invalid', message, remedy });
  const classes = fromCoco(text, source);
  const all = (path: string) => classes.get(path);
  return Object.assign((path: string) => classes.get(path)?.[0], { all });
}

/** Every class of a picture, that of its largest object first; none where the data set knows the picture and finds nothing in it. */
function fromCoco(text: string, source: string): ReadonlyMap<string, readonly string[]> {
  const { images, annotations, categories } = parse(text, source);
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  const paths = new Map(images.map(({ id, file_name }) => [id, resolve(dirname(source), file_name)]));
  const area = (item: (typeof annotations)[number]) => item.area ?? (item.bbox?.[2] ?? 0) * (item.bbox?.[3] ?? 0);
  const found = new Map([...paths.values()].map(path => [path, new Set<string>()]));
  for (const { image_id, category_id } of annotations.toSorted((a, b) => area(b) - area(a))) {
    const name = names.get(category_id);
    if (name !== undefined) found.get(paths.get(image_id) ?? '')?.add(name);
  }
  return new Map([...found].map(([path, classes]) => [path, [...classes]]));
}

function parse(text: string, source: string): z.output<typeof coco> {
  try {
    return coco.parse(JSON.parse(text));
  } catch (cause) {
    throw new CamdriftError(
      'config-invalid',
      `${source} is not a COCO annotation file: expected "images", "annotations" and "categories".`,
      { cause, remedy },
    );
  }
}
