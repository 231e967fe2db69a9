import { z } from 'zod';
import { floatsToText, textToFloats } from '../core/float-text.ts';
import type { Explanation, Failure } from '../maps/explain.ts';

export type Outcome = Explanation | Failure;

const grid = { width: z.int().min(1).max(4096), height: z.int().min(1).max(4096) };
const unit = z.number().min(0).max(1);
const index = z.int().min(0);
const refused = z.strictObject({ refused: z.string().max(2000) });

/** Base64 of little-endian float32: they come back bit by bit. */
export const floats = z
  .string()
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
  .transform(textToFloats);

const map = z
  .strictObject({ ...grid, data: floats })
  .refine(({ width, height, data }) => data.length === width * height && data.every(Number.isFinite));

const heat = z.strictObject({ inside: unit, pointing: z.boolean() });
const region = z.strictObject({ area: unit, heat: heat.optional(), earlier: heat.optional() });
const probe = z.strictObject({
  moved: unit,
  onMark: unit.optional(),
  predicted: index,
  divergence: unit,
  map: map.optional(),
});

const explanation = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  classIndex: index,
  predicted: index,
  logits: floats,
  probabilities: floats,
  maps: z.record(z.string(), z.union([refused, map])),
  probes: z.record(z.string(), z.union([refused, probe])),
  regions: z.record(z.string(), region),
  ignored: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  value: z.number().optional(),
});

/** What was found of a fixture that could be read. */
export const explanationSchema = explanation.extend({ others: z.array(explanation).max(10_000).optional() });

const outcome = z.union([z.strictObject({ failed: z.string().max(4000) }), explanationSchema]);

/** What one machine found, as the beginning of a file says it. It comes from elsewhere: a stranger's word until it is checked. */
const headSchema = z.strictObject({
  version: z.literal(1),
  tool: z.string().max(100),
  engine: z.strictObject({ name: z.string().max(100), version: z.string().max(200) }),
  shard: z.strictObject({ at: z.int().min(1).max(256), of: z.int().min(1).max(256) }),
});

export type ShardHead = z.output<typeof headSchema>;

/** By the key of its task. */
const entrySchema = z.record(z.string().regex(/^[0-9a-f]{64}$/), outcome);

/** For `JSON.stringify`: arrays of numbers as text. */
export const bare = (_: string, value: unknown): unknown =>
  value instanceof Float32Array ? floatsToText(value) : value;

/** The text of a shard's file, in pieces: JSON with a line for each outcome, so that it is read line by line, too. */
export function* recordPieces(head: ShardHead, outcomes: Iterable<readonly [string, Outcome]>): Generator<string> {
  let before = `${JSON.stringify(head).slice(0, -1)}${opening}`;
  for (const [key, outcome] of outcomes) {
    yield `${before}\n${JSON.stringify(key)}:${JSON.stringify(outcome, bare)}`;
    before = ',';
  }
  yield `${before === ',' ? '' : before}\n${closing}\n`;
}

const opening = ',"outcomes":{';
const closing = '}}';

/**
 * Reads a shard's file as it is written.
 * @param keep told each outcome; what it heard is nothing unless the head comes back
 * @throws for lines that make no record
 */
export async function readRecord(
  lines: AsyncIterable<string>,
  keep: (key: string, outcome: Outcome) => void,
): Promise<ShardHead> {
  const rows = lines[Symbol.asyncIterator]();
  const next = async (): Promise<string> => (await rows.next()).value ?? '';
  try {
    const head = headFrom(await next());
    let line = await next();
    if (line !== closing) {
      for (; line.endsWith(','); line = await next()) keep(...entryFrom(line.slice(0, -1)));
      keep(...entryFrom(line));
      line = await next();
    }
    if (line !== closing || !(await rows.next()).done) throw new Error('It does not end as a shard does.');
    return head;
  } finally {
    await rows.return?.();
  }
}

function headFrom(line: string): ShardHead {
  if (!line.endsWith(opening)) throw new Error('It does not begin as a shard does.');
  return headSchema.parse(JSON.parse(`${line.slice(0, -opening.length)}}`));
}

function entryFrom(line: string): [string, Outcome] {
  const entries = Object.entries(entrySchema.parse(JSON.parse(`{${line}}`)));
  if (entries.length !== 1) throw new Error('A line has not one outcome.');
  return entries[0] as [string, Outcome];
}
