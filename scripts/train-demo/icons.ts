/** One kind of object, in a square from -50 to 50 with the y axis downwards. */
export interface Icon {
  /** The label of its class. */
  readonly name: string;
  /** Path of the whole shape; drawn with a round stroke of `roundness`, so corners are soft. */
  readonly outline: string;
  readonly roundness: number;
  /** Parts drawn on top: path, and whether it is lighter or darker than the shape. */
  readonly details: readonly { readonly path: string; readonly tone: 'light' | 'dark' }[];
}

/** The six classes, in the order of the labels. */
export const icons: readonly Icon[] = [
  {
    name: 'bolt',
    outline: 'M14-50-32 10H-6L-16 50 32-14H4Z',
    roundness: 6,
    details: [{ path: 'M9-41-23 4H-17L11-35Z', tone: 'light' }],
  },
  {
    name: 'heart',
    outline: 'M0 42C-60 2-52-42-25-42-11-42-3-34 0-25 3-34 11-42 25-42 52-42 60 2 0 42Z',
    roundness: 4,
    details: [{ path: 'M-37-8C-39-22-34-31-25-32-20-32-20-27-24-26-30-24-32-17-31-8-31-4-36-4-37-8Z', tone: 'light' }],
  },
  {
    name: 'house',
    outline: 'M0-46 20-28V-42H32V-17L50 0H38V44H-38V0H-50Z',
    roundness: 5,
    details: [
      { path: 'M-8 44V16H10V44Z', tone: 'dark' },
      { path: 'M-27 6H-15V18H-27ZM18 6H30V18H18Z', tone: 'light' },
    ],
  },
  {
    name: 'key',
    outline:
      'M-50 0a24 24 0 1 0 48 0a24 24 0 1 0-48 0ZM-37 0a11 11 0 1 1 22 0a11 11 0 1 1-22 0ZM-6-7V7H20V22H30V7H36V26H48V-7Z',
    roundness: 4,
    details: [{ path: 'M-2-4H45V-1H-2Z', tone: 'light' }],
  },
  {
    name: 'moon',
    outline: 'M20-44A48.3 48.3 0 1 0 20 44 46.25 46.25 0 0 1 20-44Z',
    roundness: 5,
    details: [
      { path: 'M-36-8a7 7 0 1 0 14 0a7 7 0 1 0-14 0Z', tone: 'dark' },
      { path: 'M-22 22a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z', tone: 'dark' },
      { path: 'M-18-29a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z', tone: 'dark' },
    ],
  },
  {
    name: 'star',
    outline: 'M0-50 13.5-18.5 47.6-15.5 21.9 7.1 29.4 40.5 0 23-29.4 40.5-21.9 7.1-47.6-15.5-13.5-18.5Z',
    roundness: 8,
    details: [{ path: 'M0-42-10-15-36-12-31-9-6-10Z', tone: 'light' }],
  },
];

export const labels = icons.map(({ name }) => name);
