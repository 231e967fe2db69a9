export interface Interpolation {
  readonly mode: string;
  readonly coordinates: string;
  readonly nearest: string;
  /** Coefficient of the cubic kernel. */
  readonly cubic: number;
  /** Whether samples outside the input count as nothing instead of as its edge. */
  readonly excludeOutside: boolean;
}

/** Row by row, how much each input sample gives to an output sample: to x from. */
export function interpolationMatrix(from: number, to: number, scale: number, options: Interpolation): Float32Array {
  const matrix = new Float32Array(to * from);
  for (let row = 0; row < to; row++) {
    const position = source(row, from, to, scale, options.coordinates);
    for (const [sample, weight] of taps(position, from, options)) {
      const inside = Math.max(0, Math.min(from - 1, sample));
      matrix[row * from + inside]! += weight;
    }
  }
  return matrix;
}

/** Where an output sample lies in the input, counted in samples. */
function source(at: number, from: number, to: number, scale: number, coordinates: string): number {
  switch (coordinates) {
    case 'asymmetric':
      return at / scale;
    case 'align_corners':
      return to === 1 ? 0 : (at * (from - 1)) / (scale * from - 1);
    case 'pytorch_half_pixel':
      return to === 1 ? 0 : (at + 0.5) / scale - 0.5;
    case 'half_pixel_symmetric': {
      const adjustment = to / (scale * from);
      return (from / 2) * (1 - adjustment) + (at + 0.5) / scale - 0.5;
    }
    default:
      return (at + 0.5) / scale - 0.5;
  }
}

function taps(position: number, from: number, options: Interpolation): (readonly [sample: number, weight: number])[] {
  if (options.mode === 'nearest') return [[rounded(position, options.nearest), 1]];
  const base = Math.floor(position);
  const fraction = position - base;
  if (options.mode === 'linear') {
    return [
      [base, 1 - fraction],
      [base + 1, fraction],
    ];
  }
  const all = [-1, 0, 1, 2].map(step => [base + step, cubic(Math.abs(fraction - step), options.cubic)] as const);
  const counted = options.excludeOutside ? all.filter(([sample]) => sample >= 0 && sample < from) : all;
  const total = counted.reduce((sum, [, weight]) => sum + weight, 0);
  return options.excludeOutside ? counted.map(([sample, weight]) => [sample, weight / total] as const) : counted;
}

function rounded(position: number, mode: string): number {
  if (mode === 'floor') return Math.floor(position);
  if (mode === 'ceil') return Math.ceil(position);
  return mode === 'round_prefer_ceil' ? Math.floor(position + 0.5) : Math.ceil(position - 0.5);
}

function cubic(x: number, a: number): number {
  if (x <= 1) return ((a + 2) * x - (a + 3)) * x * x + 1;
  return x < 2 ? ((a * x - 5 * a) * x + 8 * a) * x - 4 * a : 0;
}
