import type { EngineName } from '../../src/engines/engine.ts';
import type { NetworkName } from './networks.ts';

/** What the reader asked for. */
export interface Options {
  readonly engines: readonly EngineName[];
  readonly networks: readonly NetworkName[];
  /** Fewer repetitions and images: for those who work on the benchmark itself. */
  readonly quick: boolean;
}

/** Where a benchmark works: a folder that is deleted afterwards, with the networks in it. */
export interface Bench extends Options {
  readonly folder: string;
  /** The folder of a network's model.json, made on first use. */
  network(name: NetworkName): Promise<string>;
}

/** What is done in a process of its own, so that it starts with a fresh TensorFlow.js. Plain data. */
export interface Task {
  readonly do: 'save' | 'evidence' | 'methods' | 'jobs' | 'batch';
  readonly engine: EngineName;
  readonly network: NetworkName;
  readonly folder: string;
  readonly quick: boolean;
  /** Images that the task explains, when it reads files. */
  readonly images?: readonly string[];
}
