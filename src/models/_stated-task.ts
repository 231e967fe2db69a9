import { CamdriftError } from '../errors.ts';

/** What tools write of models that give no class scores: Ultralytics' and Hugging Face's words for a task. */
const others: ReadonlySet<string> = new Set([
  'detect',
  'segment',
  'pose',
  'obb',
  'object-detection',
  'zero-shot-object-detection',
  'image-segmentation',
  'semantic-segmentation',
  'instance-segmentation',
  'panoptic-segmentation',
  'mask-generation',
  'keypoint-detection',
  'depth-estimation',
  'image-to-image',
  'image-to-text',
  'feature-extraction',
  'image-feature-extraction',
]);

/**
 * That a model's file does not say itself that it is for another task than classification.
 * @param sources what it says of itself, and what lies beside it; anything else than a text under `task` says nothing
 * @throws CamdriftError `model-unsupported`
 */
export function requireClassification(path: string, ...sources: readonly unknown[]): void {
  for (const source of sources) {
    const task = taskOf(source);
    if (task !== undefined && others.has(task.toLowerCase()))
      throw new CamdriftError(
        'model-unsupported',
        `${path} says of itself \`task: ${task}\`; camdrift explains classifiers.`,
        { remedy: 'Take the model that classifies (Ultralytics calls it `task: classify`, `yolo11n-cls.pt`).' },
      );
  }
}

function taskOf(source: unknown): string | undefined {
  if (typeof source !== 'object' || source === null || !Object.hasOwn(source, 'task')) return undefined;
  const { task } = source as { task: unknown };
  return typeof task === 'string' ? task.trim() : undefined;
}
