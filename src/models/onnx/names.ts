import type { Step } from './operation.ts';

/** Both ways between the values of the file and the nodes a user sees. */
export interface Names {
  node(value: string): string;
  value(node: string): string;
}

/** A node's own name, or that of its output where it has none or shares it; `split:1` for a second output. */
export function nodeNames(steps: readonly Step[], input: string, values: ReadonlyMap<string, unknown>): Names {
  const nodes = new Map([[input, input]]);
  const taken = new Map([[input, input]]);
  for (const step of steps) {
    for (const [at, value] of step.outputs.entries()) {
      if (!values.has(value)) continue;
      const own = at === 0 ? step.name : `${step.name}:${at}`;
      const name = [own, value].find(candidate => !taken.has(candidate)) ?? unique(value, taken);
      nodes.set(value, name);
      taken.set(name, value);
    }
  }
  return { node: value => nodes.get(value) ?? value, value: node => taken.get(node) ?? node };
}

function unique(name: string, taken: ReadonlyMap<string, string>): string {
  let at = 1;
  while (taken.has(`${name}:${at}`)) at++;
  return `${name}:${at}`;
}
