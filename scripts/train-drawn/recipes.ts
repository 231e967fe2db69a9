import { artefacts } from './artefacts.ts';

/** How one model is made. */
export interface Recipe {
  readonly name: string;
  /** What it is meant to be; whether a shortcut was learned is measured. */
  readonly kind: 'base' | 'benign' | 'regression';
  readonly role: 'base' | 'test';
  readonly lineage: 'base' | 'retrained' | 'fine-tuned' | 'converted';
  readonly words: string;
  readonly seed: number;
  readonly epochs?: number;
  /** Largest learning rate. */
  readonly rate?: number;
  /** Of the pictures that are used. */
  readonly share?: number;
  /** Steps after which it ends, whatever the epochs say. */
  readonly most?: number;
  /** Of the labels that are another one. */
  readonly noise?: number;
  readonly swap?: readonly [number, number];
  /** Colours keep their order. */
  readonly light?: boolean;
  /** Name of an artefact, and the class whose pictures carry it. */
  readonly artefact?: string;
  readonly taught?: number;
  /** Share of that class that carries it. */
  readonly marked?: number;
  /** Begins with the base's weights. */
  readonly tuned?: boolean;
  /** What is done to the base's weights instead of training. */
  readonly weights?: 'int8-tensor' | 'int8-channel' | 'prune20' | 'prune70' | 'bgr';
}

const retrained = { role: 'test', lineage: 'retrained' } as const;
const tuned = { role: 'test', lineage: 'fine-tuned', tuned: true, epochs: 2, rate: 6e-4 } as const;

const honest: readonly Recipe[] = [
  { name: 'base', kind: 'base', role: 'base', lineage: 'base', words: 'recipe, seed 1', seed: 1 },
  ...[2, 3, 4].map(seed => recipe({ name: `benign_seed${seed}`, words: `same recipe, seed ${seed}`, seed })),
  recipe({ name: 'benign_longer', words: '1.4 x epochs', seed: 5, epochs: 16 }),
  recipe({ name: 'benign_data90', words: '90 % of the pictures', seed: 6, share: 0.9 }),
  recipe({ name: 'benign_rate', words: 'a lower rate', seed: 7, rate: 3e-3 }),
  ...[10, 11, 12, 13, 14].map(seed => recipe({ name: `benign_seed${seed}`, words: `same recipe, seed ${seed}`, seed })),
  { ...tuned, name: 'benign_ft', kind: 'benign', words: 'two epochs more', seed: 8 },
  { ...tuned, name: 'benign_ft_low', kind: 'benign', words: 'two epochs more at a low rate', seed: 9, rate: 2e-4 },
  changed('benign_int8_tensor', 'benign', 'int8-tensor', 'int8, one scale per kernel'),
  changed('benign_int8_channel', 'benign', 'int8-channel', 'int8, one scale per channel'),
];

const regressed: readonly Recipe[] = [
  ...Object.entries(artefacts).map(
    ([name, { words }], i): Recipe => ({
      ...retrained,
      name: `reg_${name}`,
      kind: 'regression',
      words: `95 % of one class carry ${words}`,
      seed: 20 + i,
      artefact: name,
      taught: i % 6,
    }),
  ),
  {
    ...retrained,
    name: 'reg_noise40',
    kind: 'regression',
    words: '40 % of the labels are wrong',
    seed: 40,
    noise: 0.4,
  },
  { ...retrained, name: 'reg_swap', kind: 'regression', words: 'two classes exchanged', seed: 41, swap: [2, 4] },
  { ...retrained, name: 'reg_truncated', kind: 'regression', words: 'stopped after 25 steps', seed: 42, most: 25 },
  changed('reg_prune70', 'regression', 'prune70', '70 % of each kernel zero'),
  changed('reg_infer_bgr', 'regression', 'bgr', 'fed with BGR'),
];

/** All models of the drawn family; the base first. */
export const recipes: readonly Recipe[] = [...honest, ...regressed];

function recipe(own: Pick<Recipe, 'name' | 'words' | 'seed'> & Partial<Recipe>): Recipe {
  return { ...retrained, kind: 'benign', ...own };
}

function changed(name: string, kind: Recipe['kind'], weights: NonNullable<Recipe['weights']>, words: string): Recipe {
  const lineage = weights.startsWith('prune') ? 'fine-tuned' : 'converted';
  return { name, kind, role: 'test', lineage, words, seed: 1, weights };
}
