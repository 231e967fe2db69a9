import type { Kind } from '../_graph.ts';

/** What a layer does to features, from what each of its steps does. */
export function kindOf(steps: readonly Kind[]): Kind {
  const kinds = steps.filter(kind => kind !== 'identity' && kind !== 'input');
  if (kinds.length < 2) return kinds[0] ?? steps[0] ?? 'identity';
  const has = (...some: Kind[]) => kinds.some(kind => some.includes(kind));
  const others = (kind: Kind) => kinds.filter(other => other !== kind);
  const linear = (rest: readonly Kind[]) => rest.every(kind => kind === 'pointwise-linear');
  if (has('other', 'softmax', 'log-softmax')) return 'other';
  if (has('convolution')) return 'convolution';
  if (has('pointwise-convolution'))
    return linear(others('pointwise-convolution')) ? 'pointwise-convolution' : 'convolution';
  if (has('global-average')) return linear(others('global-average')) ? 'global-average' : 'other';
  if (has('spatial')) return 'spatial';
  return linear(kinds) ? 'pointwise-linear' : 'elementwise';
}
