import { type FileHandle, open } from 'node:fs/promises';
import { type Field, fieldAt } from './outline.ts';

/** Fields of `onnx.proto`: of a model, a graph, a tensor, and an entry of a tensor's external data. */
const graphField = 7;
const initializerField = 5;
const externalField = 13;
const locationField = 14;
const [keyField, valueField] = [1, 2];

/** Of one entry: the name of a file, an offset. */
const longestEntry = 2 ** 14;
/** Fields in all: more are read as a whole. */
const mostFields = 2 ** 20;

/**
 * The names of the files in which a model keeps initial values, told from tags and lengths alone: no weight is read, however
 * large the file is. `undefined` where something is not as it should be: then the whole file is read, which says what.
 */
export async function locationsIn(path: string): Promise<ReadonlySet<string> | undefined> {
  const file = await open(path);
  try {
    const walk = new Walk(file);
    const found = new Set<string>();
    for await (const graph of walk.messages(0, (await file.stat()).size, graphField))
      for await (const tensor of walk.messages(graph.start, graph.end, initializerField)) {
        const location = await walk.locationOf(tensor);
        if (location !== undefined) found.add(location);
      }
    return found;
  } catch (error) {
    if (error instanceof Unexpected) return undefined;
    throw error;
  } finally {
    await file.close();
  }
}

class Unexpected extends Error {}

interface Range {
  readonly start: number;
  readonly end: number;
}

class Walk {
  readonly #file: FileHandle;
  readonly #head = Buffer.alloc(20);
  #fields = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Where the messages of one field lie. */
  async *messages(start: number, end: number, wanted: number): AsyncGenerator<Range> {
    for await (const { number, body } of this.#fieldsOf({ start, end })) if (number === wanted) yield body;
  }

  /** Of a tensor that lies elsewhere: where. */
  async locationOf(tensor: Range): Promise<string | undefined> {
    let isElsewhere = false;
    let location = '';
    for await (const { number, body, value } of this.#fieldsOf(tensor)) {
      if (number === locationField) isElsewhere = value === 1;
      if (number === externalField) location = (await this.#entry(body, 'location')) ?? location;
    }
    return isElsewhere ? location : undefined;
  }

  async #entry(range: Range, wanted: string): Promise<string | undefined> {
    if (range.end - range.start > longestEntry) throw new Unexpected();
    const texts = new Map<number, string>();
    for await (const { number, body } of this.#fieldsOf(range)) {
      const bytes = Buffer.alloc(body.end - body.start);
      await this.#file.read(bytes, 0, bytes.length, body.start);
      texts.set(number, bytes.toString('utf8'));
    }
    return texts.get(keyField) === wanted ? (texts.get(valueField) ?? '') : undefined;
  }

  async *#fieldsOf({ start, end }: Range): AsyncGenerator<Field & { body: Range }> {
    for (let at = start; at < end; ) {
      const { bytesRead } = await this.#file.read(this.#head, 0, this.#head.length, at);
      const field = fieldAt(this.#head.subarray(0, bytesRead));
      if (!field || at + field.end > end || ++this.#fields > mostFields) throw new Unexpected();
      yield { ...field, body: { start: at + field.start, end: at + field.end } };
      at += field.end;
    }
  }
}
