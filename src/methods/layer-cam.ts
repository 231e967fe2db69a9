import { requireSameShape } from '../core/feature-maps.ts';
import type { CamMethod } from './method.ts';

/**
 * `M(x, y) = sum over k of relu(dS/dA_k(x, y)) A_k(x, y)`: each place is weighted by its own positive gradient. Jiang et
 * al. 2021; their tanh scaling of shallow layers belongs to the fusion of several layers and is left out.
 */
export const layerCam: CamMethod = {
  name: 'layer-cam',
  title: 'LayerCAM',
  paper: 'Jiang et al., LayerCAM: Exploring Hierarchical Class Activation Maps for Localization, IEEE TIP 2021',
  explain({ activations, gradients }) {
    requireSameShape(activations, gradients);
    const { width, height, channels } = activations;
    const map = new Float32Array(width * height);
    for (let cell = 0; cell < map.length; cell++) {
      const end = (cell + 1) * channels;
      let sum = 0;
      for (let i = cell * channels; i < end; i++) sum += Math.max(0, gradients.data[i]!) * activations.data[i]!;
      map[cell] = sum;
    }
    return { width, height, data: map };
  },
};
