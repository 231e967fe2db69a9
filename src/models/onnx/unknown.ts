import { CamdriftError } from '../../errors.ts';
import type { NodeProto } from './onnx_pb.ts';
import { operatorSets } from './operation.ts';
import { operations } from './operators/index.ts';

/** Refuses operators that nobody knows, and those that the file's operator set does not have. */
export function refuseUnknown(nodes: readonly NodeProto[], opset: number): void {
  const unknown = nodes.filter(node => !Object.hasOwn(operations, keyOf(node)));
  if (unknown.length === 0) {
    refuseForeign(nodes, opset);
    return;
  }
  const named = unknown
    .slice(0, 3)
    .map(node => `\`${node.domain ? `${node.domain}.` : ''}${node.opType}\` (node \`${nameOf(node)}\`)`);
  const rest = unknown.length > 3 ? ` and ${unknown.length - 3} more` : '';
  throw new CamdriftError(
    'model-unsupported',
    `The model uses the ONNX operator${unknown.length > 1 ? 's' : ''} ${named.join(', ')}${rest}, which camdrift does not have.`,
    unknown.some(({ opType }) => deciding.has(opType)) ? { remedy: undecided } : {},
  );
}

const deciding: ReadonlySet<string> = new Set(['If', 'Loop', 'Scan']);
/** PyTorch's older exporter writes an `If` for `squeeze` and the like where it does not know a size. */
const undecided =
  'Export the model without control flow: with torch.onnx.export(..., dynamo=True), or with squeeze(1) and branches on sizes written as flatten(1) or reshape.';

export const standard: ReadonlySet<string> = new Set(['', 'ai.onnx']);

/** How the tables name it; operators of another domain have it before their name. */
export const keyOf = ({ domain, opType }: NodeProto) => (standard.has(domain) ? opType : `${domain}.${opType}`);

/** Operators that the file's own operator set does not have yet, or has no more. */
function refuseForeign(nodes: readonly NodeProto[], opset: number): void {
  for (const node of nodes.filter(({ domain }) => standard.has(domain))) {
    const [first, last] = operations[keyOf(node)]!.sets;
    if (opset >= Math.min(first, operatorSets.newest) && opset <= last) continue;
    const range = last < operatorSets.newest ? `up to ${last}` : `from ${first} on`;
    throw unsupported(node, `is in ONNX's operator sets ${range}, and the file says ${opset}`);
  }
}

export const unsupported = (node: NodeProto, what: string) =>
  new CamdriftError('model-unsupported', `${where(node)} ${what}.`);

export const nameOf = (node: NodeProto): string => node.name || node.output.find(Boolean) || node.opType;

export const where = (node: NodeProto) => `Node \`${nameOf(node)}\` (${node.opType})`;
