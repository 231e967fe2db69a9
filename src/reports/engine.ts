import { oneLine } from './printable.ts';

interface Started {
  readonly name: string;
  readonly version: string;
  readonly passedOver: readonly { readonly why: string }[];
}

/** `wasm (tfjs 4.22.0, wasm). ONNX Runtime (onnxruntime-node) is not installed.`: which engine it is, and why it is none that is faster. */
export const engineWords = ({ name, version, passedOver }: Started): string =>
  [`${name} (${version})`, ...passedOver.map(({ why }) => oneLine(why).replace(/[.]$/, ''))].join('. ');
