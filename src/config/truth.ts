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
export type Truth = (path: string) => string | undefined;

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
  return path => classes.get(path);
}

function fromCoco(text: string, source: string): ReadonlyMap<string, string> {
  const { images, annotations, categories } = parse(text, source);
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  const paths = new Map(images.map(({ id, file_name }) => [id, resolve(dirname(source), file_name)]));
  const area = (item: (typeof annotations)[number]) => item.area ?? (item.bbox?.[2] ?? 0) * (item.bbox?.[3] ?? 0);
  const smallestFirst = annotations.toSorted((a, b) => area(a) - area(b));
  return new Map(
    smallestFirst.flatMap(({ image_id, category_id }) => {
      const [path, name] = [paths.get(image_id), names.get(category_id)];
      return path !== undefined && name !== undefined ? [[path, name] as const] : [];
    }),
  );
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
