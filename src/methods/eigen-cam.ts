import { leadingComponent } from '../core/eigen.ts';
import type { CamMethod } from './method.ts';

/**
 * `M = A v`, v = leading right singular vector of the activations as a matrix of cells x channels, not centred. Muhammad
 * and Yeasin 2020. The same for every class: it shows what the layer responds to, not what speaks for a class.
 *
 * A singular vector has no sign. Here the map's sum is >= 0; if it is 0 to rounding, the first of the strongest cells is
 * positive. Two equal leading singular values leave the direction undefined, and with it the map.
 */
export const eigenCam: CamMethod = {
  name: 'eigen-cam',
  title: 'Eigen-CAM',
  sameForEveryClass: true,
  paper:
    'Muhammad and Yeasin, Eigen-CAM: Class Activation Map using Principal Components, IJCNN 2020, arXiv:2008.00299',
  explain({ activations }) {
    const { width, height, channels, data } = activations;
    const component = leadingComponent(data, width * height, channels);
    if (component === undefined) {
      return {
        refused:
          'Eigen-CAM follows the strongest pattern in the activations, and two patterns are equally strong here, so ' +
          'its map would be arbitrary. Use Grad-CAM for this layer, or Eigen-CAM for another one.',
      };
    }
    const scale = component.value * sign(component.vector);
    return { width, height, data: Float32Array.from(component.vector, value => value * scale) };
  },
};

function sign(vector: Float64Array): 1 | -1 {
  const sum = vector.reduce((total, value) => total + value, 0);
  const total = vector.reduce((all, value) => all + Math.abs(value), 0);
  if (Math.abs(sum) > 1e-9 * total) return sum > 0 ? 1 : -1;
  const strongest = vector.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const first = vector.find(value => Math.abs(value) >= (1 - 1e-9) * strongest) ?? 0;
  return first >= 0 ? 1 : -1;
}
