/** Kernels, by the field's names. */
export type Filter = 'nearest' | 'bilinear' | 'bicubic' | 'area' | 'lanczos';

interface ResamplingKernel {
  /** Cells to either side that it reaches. */
  readonly support: number;
  readonly weight: (distance: number) => number;
}

/** Pillow's, and TensorFlow's of the same names. Source: python-pillow/Pillow, src/libImaging/Resample.c. */
export const kernels: Readonly<Record<Exclude<Filter, 'nearest'>, ResamplingKernel>> = {
  area: { support: 0.5, weight: x => (x > -0.5 && x <= 0.5 ? 1 : 0) },
  bilinear: { support: 1, weight: x => Math.max(0, 1 - Math.abs(x)) },
  bicubic: { support: 2, weight: x => cubic(Math.abs(x)) },
  lanczos: { support: 3, weight: x => (x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0) },
};

/** Of Keys, a = -0.5. */
function cubic(x: number): number {
  const a = -0.5;
  if (x < 1) return ((a + 2) * x - (a + 3)) * x * x + 1;
  return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
}

function sinc(x: number): number {
  if (x === 0) return 1;
  const angle = x * Math.PI;
  return Math.sin(angle) / angle;
}
