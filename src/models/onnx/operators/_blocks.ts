import type { Operator } from '../call.ts';
import { plain } from '../value.ts';

/** Blocks of channels become blocks of cells; reshaping and transposing has a gradient everywhere. */
export const depthToSpace: Operator = call => {
  const { core, attributes } = call;
  const size = attributes.int('blocksize', 1);
  const mode = attributes.string('mode', 'DCR');
  const [images, channels, height, width] = call.shape(0) as [number, number, number, number];
  const left = channels / (size * size);
  if (!Number.isInteger(left)) return call.fail(`divides ${channels} channels into blocks of ${size} x ${size}`);
  const inner = mode === 'DCR' ? [size, size, left] : [left, size, size];
  if (call.layout === 'plain') {
    const apart = core.reshape(call.plain(0), [images, ...inner, height, width]);
    const order = mode === 'DCR' ? [0, 3, 4, 1, 5, 2] : [0, 1, 4, 2, 5, 3];
    return plain(core.reshape(core.transpose(apart, order), [images, left, height * size, width * size]));
  }
  const apart = core.reshape(call.channelsLast(0), [images, height, width, ...inner]);
  const turned = core.transpose(apart, mode === 'DCR' ? [0, 1, 3, 2, 4, 5] : [0, 1, 4, 2, 5, 3]);
  return { tensor: core.reshape(turned, [images, height * size, width * size, left]), layout: 'channels-last' };
};

export const spaceToDepth: Operator = call => {
  const { core, attributes } = call;
  const size = attributes.int('blocksize', 1);
  const [images, channels, height, width] = call.shape(0) as [number, number, number, number];
  if (height % size !== 0 || width % size !== 0)
    return call.fail(`divides ${height} x ${width} cells into blocks of ${size} x ${size}`);
  const [rows, columns] = [height / size, width / size];
  const apart = core.reshape(call.channelsLast(0), [images, rows, size, columns, size, channels]);
  const order = attributes.string('mode', 'DCR') === 'DCR' ? [0, 1, 3, 2, 4, 5] : [0, 1, 3, 5, 2, 4];
  const joined = core.reshape(core.transpose(apart, order), [images, rows, columns, size * size * channels]);
  return { tensor: joined, layout: 'channels-last' };
};
