import { apiWords, isAgainstRules, isForbidden } from '../repository/api-words.ts';
import { publishPictures } from '../targets/image-branch.ts';
import type { Addressee, Message, Published } from './message.ts';
import type { ActionWorld } from './world.ts';

/** Branch, else the address that the workflow fills itself, else words. */
export async function hosted(
  world: ActionWorld,
  to: Addressee,
  message: Message,
  paths: readonly string[],
): Promise<Omit<Published, 'commentUrl'>> {
  const { inputs, repository, run } = world;
  if (paths.length === 0) return { pictures: new Map() };
  const files = new Map<string, Uint8Array>();
  for (const path of paths) {
    const bytes = await message.picture(path);
    if (bytes) files.set(path, bytes);
  }
  if (files.size === 0) return { pictures: new Map() };
  const branch = inputs['image-branch'];
  const folder = `pr-${to.number}/${inputs['comment-key']}/${run.id}-${run.attempt}`;
  let why = 'no branch for them is named';
  if (branch !== '') {
    try {
      const { commit, urls } = await publishPictures(repository, { branch, folder, files });
      return { pictures: urls, imagesCommit: commit };
    } catch (error) {
      why = `the branch \`${branch}\` could not be written (${apiWords(error)})`;
      // Where nothing may be written, that is said once.
      if (to.suspect === undefined || !isForbidden(error))
        world.runner.warning(`Pictures are not shown: ${why}.${picturesRemedy(error)}`);
    }
  }
  const prefix = inputs['image-url'];
  if (prefix === '') return { pictures: new Map(), withoutPictures: why };
  return { pictures: new Map([...files.keys()].map(path => [path, addressed(prefix, path)])) };
}

const picturesRemedy = (error: unknown): string =>
  isForbidden(error) || isAgainstRules(error)
    ? ' The job needs `permissions: contents: write`, and the branch must not be protected.'
    : '';

/** Of a file of the output folder, below where the workflow uploads that. */
export const addressed = (prefix: string, path: string): string =>
  `${prefix.replace(/\/+$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`;
