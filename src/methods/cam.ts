import { weightedChannelSum } from '../core/feature-maps.ts';
import type { CamMethod } from './method.ts';

/**
 * `M = sum over k of w_k A_k`; w = weights of the class in the linear layer behind global average pooling, bias left out.
 *
 * Zhou et al. 2016, eq. 2. Its sum is the class logit without the bias, times the number of cells.
 */
export const cam: CamMethod = {
  name: 'cam',
  title: 'CAM',
  paper: 'Zhou et al., Learning Deep Features for Discriminative Localization, CVPR 2016, arXiv:1512.04150',
  explain({ activations, classWeights }) {
    if (classWeights === undefined) {
      return {
        refused:
          'CAM needs global average pooling and one linear layer behind the explained layer, and this model ends ' +
          'differently. Use Grad-CAM, which gives the same map where CAM exists and needs no such head.',
      };
    }
    return weightedChannelSum(activations, classWeights);
  },
};
