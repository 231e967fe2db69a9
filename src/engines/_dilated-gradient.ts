import type { NamedAttrMap, Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type { TensorFlow } from './engine.ts';

type Core = TensorFlow['core'];
type Pair = [number, number];
type Image = Tensor4D;

interface ConvAttrs {
  readonly pad: Parameters<Core['backend_util']['computeConv2DInfo']>[4];
  readonly dilations: number | Pair;
}

/**
 * TensorFlow.js refuses to differentiate dilated convolutions. With stride 1, the only one it dilates at all, the
 * gradient for the image is a convolution too: of dy with the kernel turned round, as far dilated.
 */
export function addDilatedGradient(core: Core): void {
  const known = core.getGradient('Conv2D');
  const isDilated = ({ dilations }: ConvAttrs) => [dilations].flat().some(step => step !== 1);
  core.unregisterGradient('Conv2D');
  core.registerGradient({
    ...known,
    gradFunc: (dy, saved, attrs: NamedAttrMap) => {
      const given = attrs as unknown as ConvAttrs;
      if (!isDilated(given)) return known.gradFunc(dy, saved, attrs);
      const [x, filter] = saved as [Image, Image];
      const refuse = () => {
        throw new Error('Error in gradient of conv2D: dilation rates greater than 1 are known for the image only');
      };
      return { x: () => imageGradient(core, dy as Image, x, filter, given), filter: refuse };
    },
  });
}

function imageGradient(core: Core, dy: Image, x: Image, filter: Image, { pad, dilations }: ConvAttrs): Tensor {
  const info = core.backend_util.computeConv2DInfo(x.shape, filter.shape, 1, dilations, pad);
  const { top, bottom, left, right } = info.padInfo;
  const [high, wide] = [info.effectiveFilterHeight - 1, info.effectiveFilterWidth - 1];
  const around: Pair[] = [
    [0, 0],
    [high - top, high - bottom],
    [wide - left, wide - right],
    [0, 0],
  ];
  const turned = core.transpose(core.reverse(filter, [0, 1]), [0, 1, 3, 2]) as Image;
  return core.conv2d(core.pad(dy, around), turned, 1, 'valid', 'NHWC', dilations);
}
