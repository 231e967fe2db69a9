import { klDivergence, largestKl } from '../core/divergence.ts';
import { densities } from './_densities.ts';
import type { DriftMetric } from './metric.ts';

/**
 * Drift = 1 - exp(-KL); KL = divergence of the candidate's density from the baseline's in nats, in the MIT / Tuebingen
 * form with epsilon 2.2e-16 (`klDivergence`): `sum of B log(eps + B / (C + eps))`.
 *
 * Not symmetric, on purpose: heat that vanished from where the baseline had it is punished, heat that appeared is not.
 */
export const kl: DriftMetric = {
  name: 'kl',
  title: 'Kullback-Leibler divergence (KL)',
  meaning: 'How badly the candidate misses the places where the baseline had its heat, in nats: 0 not at all.',
  symmetric: false,
  drift(baseline, candidate) {
    const pair = densities(baseline, candidate);
    return -Math.expm1(-klDivergence(pair.baseline, pair.candidate));
  },
  reading: drift => `${Math.min(largestKl, Math.abs(Math.log1p(-drift))).toFixed(2)} nats`,
};
