/** A kind of file that people take for a picture that could be read. */
export interface Stranger {
  readonly at?: number;
  readonly mark?: string;
  /** Of an ISO media file. */
  readonly brand?: RegExp;
  readonly is: string;
  /** What makes a fixture of it. */
  readonly convert: string;
}

const asTrained = 'Convert it in the way in which the training code read it';
const toPng = (tool: string) => `${asTrained}, for example to PNG with ${tool}.`;
const toArray = (tool: string) => `${asTrained}, for example with ${tool} and np.save(name, array.astype("float32")).`;
const magick = toPng('`magick IN OUT.png`');
const replace = 'Replace it by the picture that was meant.';

/** Most telling first. */
export const strangers: readonly Stranger[] = [
  { mark: '\x93NUMPY', is: 'a NumPy array, which must be named .npy', convert: 'Rename it.' },
  { at: 128, mark: 'DICM', is: 'a DICOM image', convert: toArray("pydicom's `dcmread(name).pixel_array`, windowed") },
  { brand: /^he(?:i[cxms]|v[cxms])$/, is: 'a HEIC photo', convert: toPng('pillow-heif, or `magick IN.heic OUT.png`') },
  { brand: /^(?:mif1|msf1)$/, is: 'a HEIF photo', convert: toPng('pillow-heif, or `magick IN.heif OUT.png`') },
  { brand: /^cr[x3] ?/, is: 'a Canon raw photo (CR3)', convert: toPng('rawpy') },
  {
    brand: /^(?:isom|iso\d|mp4\d|M4V |qt {2}|avc1|3gp)/,
    is: 'a video',
    convert: 'Extract a frame, for example with `ffmpeg -i IN -frames:v 1 OUT.png`.',
  },
  { mark: '\0\0\0\x0cJXL \r\n', is: 'a JPEG XL picture', convert: toPng('`djxl IN OUT.png`') },
  { mark: '\xff\x0a', is: 'a JPEG XL picture', convert: toPng('`djxl IN OUT.png`') },
  { mark: '\0\0\0\x0cjP  \r\n', is: 'a JPEG 2000 picture', convert: magick },
  { mark: '\xff\x4f\xff\x51', is: 'a JPEG 2000 picture', convert: magick },
  { mark: '8BPS', is: 'a Photoshop file', convert: toPng('`magick IN.psd[0] OUT.png`') },
  { mark: '\x76\x2f\x31\x01', is: 'an OpenEXR picture', convert: toArray('imageio') },
  { mark: '#?RADIANCE', is: 'a Radiance HDR picture', convert: toArray('imageio') },
  { mark: 'SIMPLE  =', is: 'a FITS image', convert: toArray('astropy') },
  { at: 344, mark: 'n+1\0', is: 'a NIfTI volume', convert: toArray('nibabel, slice by slice,') },
  { mark: '\x89HDF\r\n\x1a\n', is: 'an HDF5 file', convert: toArray('h5py') },
  { mark: 'FUJIFILMCCD-RAW', is: 'a Fujifilm raw photo', convert: toPng('rawpy') },
  { mark: '\0\0\x01\0', is: 'an icon (ICO)', convert: magick },
  { mark: 'DDS ', is: 'a DirectDraw texture', convert: magick },
  { mark: 'qoif', is: 'a QOI picture', convert: magick },
  { mark: 'P7\n', is: 'a PAM picture', convert: magick },
  { mark: 'Pf', is: 'a PFM picture of floating point', convert: toArray('imageio') },
  { mark: 'PF', is: 'a PFM picture of floating point', convert: toArray('imageio') },
  { mark: '%PDF', is: 'a PDF', convert: toPng('`pdftoppm -png IN OUT`') },
  { mark: '%!PS', is: 'PostScript', convert: magick },
  { mark: 'gimp xcf', is: 'a GIMP file', convert: magick },
  { mark: 'PK\x03\x04', is: 'a zip archive', convert: 'Unpack it.' },
  { mark: '\x1f\x8b', is: 'a gzip archive', convert: 'Unpack it.' },
  { mark: '<svg', is: 'an SVG', convert: toPng('`rsvg-convert IN -o OUT.png`') },
  { mark: '<?xml', is: 'XML', convert: 'If it is an SVG, convert it, for example with `rsvg-convert IN -o OUT.png`.' },
  { mark: '<!DOCTYPE', is: 'a web page', convert: replace },
  { mark: '<html', is: 'a web page', convert: replace },
  { mark: '{', is: 'JSON text', convert: replace },
];
