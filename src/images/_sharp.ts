import sharp from 'sharp';

/**
 * sharp, with every loader of libvips blocked but five that take bytes. libvips chooses a loader by its own look at a file,
 * so without this a file that we took for a WebP could reach the renderer of SVG, and a JPEG with a gain map one that
 * Pillow does not have. Both builds know the names that the other lacks; an unknown one is no error.
 *
 * Nothing is cached: pictures are decoded once, and one cached picture may be as large as all that a run may hold.
 */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Png', 'Jpeg', 'Webp', 'Tiff', 'Heif'].map(format => `VipsForeignLoad${format}Buffer`),
});
sharp.cache(false);

export type { Metadata, Sharp } from 'sharp';
export { sharp };
