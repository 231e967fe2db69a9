import { channelSums, type FeatureMaps, requireSameShape, weightedChannelSum } from '../core/feature-maps.ts';
import type { CamMethod } from './method.ts';

/**
 * `M = sum over k of w_k A_k`, `w_k = sum over cells of dS/dA_k A_k / sum A_k`: the mean gradient where the activation
 * is. Fu et al. 2020. A channel whose activations add up to 0 weighs 0.
 */
export const xgradCam: CamMethod = {
  name: 'xgrad-cam',
  title: 'XGrad-CAM',
  paper: 'Fu et al., Axiom-based Grad-CAM: Towards Accurate Visualization and Explanation, BMVC 2020, arXiv:2008.02312',
  explain({ activations, gradients }) {
    requireSameShape(activations, gradients);
    const sums = channelSums(activations);
    const products = productSums(activations, gradients);
    const weights = products.map((product, k) => (sums[k] === 0 ? 0 : product / sums[k]!));
    return weightedChannelSum(activations, weights);
  },
};

function productSums(activations: FeatureMaps, gradients: FeatureMaps): Float64Array {
  const { channels, data } = activations;
  const sums = new Float64Array(channels);
  for (let start = 0; start < data.length; start += channels) {
    for (let k = 0; k < channels; k++) sums[k]! += gradients.data[start + k]! * data[start + k]!;
  }
  return sums;
}
