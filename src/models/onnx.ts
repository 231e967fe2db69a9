import { isLfsPointer } from '../lfs/pointer.ts';
import type { ModelFormat } from './model.ts';

/** ONNX models: one `.onnx` file, and the files beside it in which it keeps large constants. Parsed only when one is met. */
export const onnx: ModelFormat = {
  name: 'onnx',
  recognises: ({ path, head }) => (path.endsWith('.onnx') && !isLfsPointer(head)) || looksLikeOnnx(head),
  files: async (path, within) => (await import('./onnx/load.ts')).onnxFiles(path, within),
  load: async (path, engine, options) => (await import('./onnx/load.ts')).loadOnnx(path, engine, options),
};

/** A protobuf whose first field is the version of the file format, and whose second is one of ONNX's own. */
function looksLikeOnnx(head: Uint8Array): boolean {
  const [versionField, version, nextField] = head;
  return versionField === 0x08 && version! >= 3 && version! <= 32 && following.has(nextField!);
}

/** Producer's name and version, domain, model version, documentation, graph, operator sets. */
const following: ReadonlySet<number> = new Set([0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42]);
