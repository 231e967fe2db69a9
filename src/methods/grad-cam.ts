import { channelMeans, requireSameShape, weightedChannelSum } from '../core/feature-maps.ts';
import type { CamMethod } from './method.ts';

/** `M = sum over k of alpha_k A_k`, `alpha_k` = mean of dS/dA_k over the grid. Selvaraju et al. 2017, eq. 1 and 2. */
export const gradCam: CamMethod = {
  name: 'grad-cam',
  title: 'Grad-CAM',
  paper: 'Selvaraju et al., Grad-CAM: Visual Explanations from Deep Networks, ICCV 2017, arXiv:1610.02391',
  explain({ activations, gradients }) {
    requireSameShape(activations, gradients);
    return weightedChannelSum(activations, channelMeans(gradients));
  },
};
