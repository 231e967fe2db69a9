import { channelSums, type FeatureMaps, requireSameShape, weightedChannelSum } from '../core/feature-maps.ts';
import type { CamMethod } from './method.ts';

/**
 * `M = sum over k of w_k A_k`, `w_k = sum over cells of alpha relu(g)`, `alpha = g^2 / (2 g^2 + g^3 sum A_k)`, g = dS/dA.
 *
 * Chattopadhay et al. 2018, eq. 19, in the form `1 / (2 + g sum A_k)`, which it equals where g is not 0 and which does
 * not underflow. Alpha is neither normalised nor padded with an epsilon, and the factor exp(S), a positive scale of the
 * whole map, is left out. Defined for A >= 0 only: a negative sum takes the denominator through 0.
 */
export const gradCamPlusPlus: CamMethod = {
  name: 'grad-cam++',
  title: 'Grad-CAM++',
  paper: 'Chattopadhay et al., Grad-CAM++: Improved Visual Explanations, WACV 2018, arXiv:1710.11063',
  explain({ activations, gradients }) {
    requireSameShape(activations, gradients);
    const least = smallest(activations.data);
    if (least < 0) {
      return {
        refused:
          `Grad-CAM++ is defined for activations that are not negative, and this layer has values down to ` +
          `${least.toPrecision(3)}. Explain a layer behind its ReLU, or use Grad-CAM, HiResCAM or LayerCAM here.`,
      };
    }
    return weightedChannelSum(activations, channelWeights(gradients, channelSums(activations)));
  },
};

function smallest(values: Float32Array): number {
  let result = Infinity;
  for (let i = 0; i < values.length; i++) if (values[i]! < result) result = values[i]!;
  return result;
}

function channelWeights({ channels, data }: FeatureMaps, sums: Float64Array): Float64Array {
  const weights = new Float64Array(channels);
  for (let start = 0; start < data.length; start += channels) {
    for (let k = 0; k < channels; k++) {
      const gradient = Math.max(0, data[start + k]!);
      weights[k]! += gradient / (2 + gradient * sums[k]!);
    }
  }
  return weights;
}
