import type { TestContext } from 'node:test';
import type { TinyModel } from './models.ts';
import { type Files, modelFiles, projectFiles, type Scene, type SceneResult, scene, shortcut } from './scene.ts';

export const pictures = [1, 2, 3].map(index => `images/${index}.png`);

/** A box on each picture: the mark in the corner. */
export function boxes(
  names = pictures,
  places: readonly (readonly [x: number, y: number])[] = names.map(() => [12, 12]),
): string {
  return JSON.stringify({
    images: names.map((file_name, id) => ({ id, file_name })),
    annotations: places.map(([x, y], id) => ({ id, image_id: id, category_id: 1, bbox: [x, y, 4, 4] })),
    categories: [{ id: 1, name: 'mark' }],
  });
}

export const rules = (...of: string[]) => [{ name: 'mark', from: 'boxes.json', rules: of }];
export const regions = rules('inside <= 0.3');

interface Given {
  readonly config?: object;
  readonly was?: TinyModel;
  readonly now?: TinyModel;
  readonly before?: Files;
  readonly after?: Files;
  readonly fork?: string;
}

/** A project whose model follows the mark in the corner, and a pull request that brings one that does not. */
export async function repairing(t: TestContext, given: Given = {}): Promise<Scene> {
  const { config = { regions }, was = shortcut, now = {}, before = {}, after = {}, fork: from } = given;
  const files = { ...(await projectFiles({ models: { tiny: was }, config })), 'boxes.json': boxes() };
  return scene(t, {
    before: { ...files, ...before },
    after: { ...(await modelFiles('models/tiny', now)), ...after },
    ...(from !== undefined && { fork: from }),
  });
}

export const verdictOf = ({ code, outputs }: SceneResult) => [code, outputs.verdict];
export const levels = ({ results }: SceneResult) =>
  results!.models[0]!.reasons.map(({ level, code }) => `${level} ${code}`);
/** The first line below the heading. */
export const firstWords = ({ comments }: Pick<Scene, 'comments'>) => comments()[0]!.split('\n\n')[2]!;
