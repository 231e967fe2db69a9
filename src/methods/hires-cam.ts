import { requireSameShape } from '../core/feature-maps.ts';
import type { CamMethod } from './method.ts';

/**
 * `M(x, y) = sum over k of dS/dA_k(x, y) A_k(x, y)`: the gradient is not averaged, so the map stays faithful to a head
 * that treats places differently. Draelos and Carin 2020.
 */
export const hiresCam: CamMethod = {
  name: 'hires-cam',
  title: 'HiResCAM',
  paper: 'Draelos and Carin, Use HiResCAM instead of Grad-CAM for faithful explanations, 2020, arXiv:2011.08891',
  explain({ activations, gradients }) {
    requireSameShape(activations, gradients);
    const { width, height, channels } = activations;
    const map = new Float32Array(width * height);
    for (let cell = 0; cell < map.length; cell++) {
      const end = (cell + 1) * channels;
      let sum = 0;
      for (let i = cell * channels; i < end; i++) sum += gradients.data[i]! * activations.data[i]!;
      map[cell] = sum;
    }
    return { width, height, data: map };
  },
};
