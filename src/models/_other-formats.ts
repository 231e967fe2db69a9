import { basename } from 'node:path';
import { CamdriftError } from '../errors.ts';
import type { ModelFile } from './model.ts';

/** Files of models that are not read: what they are, and the one command that makes a file of them that is. */
interface OtherFormat {
  readonly what: string;
  /** Told by the first bytes; nothing that is read begins so. */
  readonly begins?: (head: Buffer) => boolean;
  readonly endings: readonly string[];
  readonly remedy: string;
}

const torch =
  'In Python, with the network as `model`: torch.onnx.export(model.eval(), torch.zeros(1, 3, 224, 224), "model.onnx", dynamic_axes={"input": {0: "n"}}, input_names=["input"])';

const others: readonly OtherFormat[] = [
  {
    what: "a PyTorch file, whose weights or program PyTorch's own code unpickles",
    begins: head =>
      (isZip(head) &&
        /\/(data|constants)\.pkl|\/(\.format_version|byteorder|archive_format)/.test(head.toString('latin1'))) ||
      head.subarray(0, 14).equals(oldTorch),
    endings: ['.pt', '.pth', '.pt2', '.ckpt', 'pytorch_model.bin'],
    remedy: torch,
  },
  {
    what: 'a safetensors file, which holds weights and no network',
    begins: head =>
      head.length > 9 &&
      head.readBigUInt64LE(0) < 2n ** 27n &&
      head[8] === 0x7b &&
      /^\{\s*"/.test(head.toString('latin1', 8, 40)),
    endings: ['.safetensors'],
    remedy:
      'For a model of Hugging Face: optimum-cli export onnx --model FOLDER exported. Otherwise load the weights into the network and use torch.onnx.export.',
  },
  {
    what: 'a TensorFlow Lite file, made for devices that only predict',
    begins: head => head.toString('latin1', 4, 8) === 'TFL3',
    endings: ['.tflite', '.lite'],
    remedy:
      'Name the Keras file or SavedModel that it was converted from, or run: python -m tf2onnx.convert --tflite model.tflite --output model.onnx',
  },
  {
    what: 'a Core ML model',
    begins: isCoreMl,
    endings: ['.mlmodel', '.mlpackage'],
    remedy: 'Name what it was converted from, or export that network to ONNX: Core ML cannot be converted back.',
  },
  {
    what: 'a frozen TensorFlow graph, which does not say what goes in and comes out',
    begins: isGraph,
    endings: ['.pb', '.pbtxt'],
    remedy: 'Run: python -m tf2onnx.convert --graphdef model.pb --inputs NAME:0 --outputs NAME:0 --output model.onnx',
  },
  {
    what: 'a model in the form of ONNX Runtime alone',
    begins: head => head.toString('latin1', 4, 8) === 'ORTM',
    endings: ['.ort'],
    remedy: 'Name the .onnx file that it was converted from.',
  },
  {
    what: 'a pickled Python object, which only running its code would read',
    begins: head =>
      head[0] === 0x80 &&
      head[1]! >= 2 &&
      head[1]! <= 5 &&
      /^(\x95|[c}(\]\x8a\x8c])/.test(head.toString('latin1', 2, 3)),
    endings: ['.pkl', '.pickle', '.joblib'],
    remedy: `Export the model from where it is loaded. ${torch}`,
  },
  {
    what: 'an engine of TensorRT, which is compiled for one graphics card',
    endings: ['.engine', '.plan', '.trt'],
    remedy: 'Name the .onnx file that it was built from.',
  },
];

/** What a file is that is told by its first bytes and not read. */
export const otherByContent = ({ head }: ModelFile): OtherFormat | undefined =>
  others.find(({ begins }) => begins?.(Buffer.from(head.buffer, head.byteOffset, head.length)));

/** The same by its name, which may be that of a folder. */
export const otherByName = (path: string): OtherFormat | undefined =>
  others.find(({ endings }) => endings.some(ending => basename(path).toLowerCase().endsWith(ending)));

export function refusedFormat(path: string, { what, remedy }: OtherFormat): CamdriftError {
  return new CamdriftError('model-unsupported', `${path} is ${what}.`, { remedy });
}

/** Begins with a number and a version, as files did before they were zips. */
const oldTorch = Buffer.from('80028a0a6cfc9c46f9206aa85019', 'hex');

const isZip = (head: Buffer): boolean => head.toString('latin1', 0, 4) === 'PK\x03\x04';

/** A version above SavedModel's, then a description that is a message, where ONNX has the text of its producer's name. */
function isCoreMl(head: Buffer): boolean {
  if (head[0] !== 0x08 || head[1]! < 2 || head[2] !== 0x12) return false;
  const body = head.subarray(3).findIndex(byte => byte < 128);
  return body >= 0 && head[4 + body] === 0x0a;
}

/** A node first: its name, then its operation. */
function isGraph(head: Buffer): boolean {
  const size = head.subarray(1).findIndex(byte => byte < 128);
  const name = 2 + size;
  if (head[0] !== 0x0a || size < 0 || head[name] !== 0x0a) return false;
  const operation = name + 2 + head[name + 1]!;
  return (
    head[operation] === 0x12 &&
    /^[A-Z]\w+$/.test(head.toString('latin1', operation + 2, operation + 2 + head[operation + 1]!))
  );
}
