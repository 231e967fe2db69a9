import type { Pixels } from './pixels.ts';
import type { Fit } from './prepare.ts';
import type { presets } from './preprocess.ts';

/** What a library does with a picture by itself. */
export interface Recipe extends Partial<Omit<Pixels, 'orientation' | 'colour'>> {
  readonly preprocess: keyof typeof presets;
  readonly fit?: Fit;
  /** The lines of code that it stands for. */
  readonly stands: string;
}

/** Under the names by which people know them. Each is held against its own library, value by value. */
export const recipes = {
  torchvision: {
    preprocess: 'torch',
    crop: 0.875,
    stands: "Resize(256), CenterCrop(224), ToTensor, Normalize: the transforms of torchvision's weights",
  },
  timm: {
    preprocess: 'torch',
    resample: 'bicubic',
    crop: 0.875,
    stands: 'create_transform(224, interpolation="bicubic", crop_pct=0.875)',
  },
  'keras-dataset': {
    preprocess: 'raw',
    antialias: false,
    fit: 'fill',
    stands: 'keras.utils.image_dataset_from_directory, 0 to 255',
  },
  'keras-load-img': {
    preprocess: 'raw',
    resample: 'nearest',
    fit: 'fill',
    stands: 'keras.utils.load_img(target_size=...) and ImageDataGenerator, 0 to 255',
  },
  'teachable-machine': {
    preprocess: 'tf',
    resample: 'lanczos',
    fit: 'middle',
    stands: 'ImageOps.fit(image, (224, 224), LANCZOS), / 127.5 - 1: the code that Teachable Machine exports',
  },
  'yolo-cls': {
    preprocess: 'unit',
    fit: 'cover',
    stands: 'classify_transforms of Ultralytics: Resize(224), CenterCrop(224), ToTensor',
  },
} as const satisfies Record<string, Recipe>;

export type RecipeName = keyof typeof recipes;
