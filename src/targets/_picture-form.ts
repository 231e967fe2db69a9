import { pictureOrder } from '../reports/comment/comment.ts';
import type { Results } from '../results/results.ts';

/** With 160 pixels per tile, with twice as many, or with a form for narrow screens as well. */
export type PictureForm = 'plain' | 'sharp' | 'both';

/** Pictures that a comment has in sight, and that it has at all, unless told otherwise. */
const [inSight, shown] = [12, 48];

/** Of each fixture's montage, by the model's and the fixture's name: drawing takes time, and of hundreds few are looked at. */
export function pictureForms({ models, change }: Results): (model: string, fixture: string) => PictureForm {
  const { sight, folded } = pictureOrder(models, change);
  const [both, sharp] = [new Set(sight.slice(0, inSight)), new Set([...sight, ...folded].slice(0, shown))];
  const forms = new Map(
    models.map(({ name, fixtures }) => [
      name,
      new Map(
        fixtures.map(each => [each.name, both.has(each) ? 'both' : sharp.has(each) ? 'sharp' : 'plain'] as const),
      ),
    ]),
  );
  return (model, fixture) => forms.get(model)?.get(fixture) ?? 'plain';
}
