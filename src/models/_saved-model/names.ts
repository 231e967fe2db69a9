import type { Step } from './step.ts';

/**
 * A name for each step: that of the file, as far as it says something. Keras puts all layers into a scope of the
 * model's name, and numbers that scope and every layer's when it traces a model again, as an export does:
 * `clothing_1/conv1_1/Relu` is `conv1/Relu`. So versions of a model have the same layer names, however they were exported.
 */
export function stepNames(steps: readonly Step[]): ReadonlyMap<Step, string> {
  const layers = steps.filter(({ op, value }) => op !== 'Placeholder' && !value);
  const shorter = shortening(layers.map(({ name }) => name));
  const taken = new Set<string>();
  return new Map(
    steps.map(step => {
      const name = unused(step.op === 'Placeholder' ? step.name : shorter(step.name), taken);
      taken.add(name);
      return [step, name];
    }),
  );
}

function shortening(names: readonly string[]): (name: string) => string {
  const [root] = (names[0] ?? '').split('/') as [string];
  if (!names.every(name => name.startsWith(`${root}/`))) return name => name;
  const bare = (name: string) => (name.startsWith(`${root}/`) ? name.slice(root.length + 1) : name);
  const number = /_\d+$/.exec(root)?.[0];
  const layers = names.map(bare).filter(name => name.includes('/'));
  if (number === undefined || !layers.every(name => layerOf(name).endsWith(number))) return bare;
  return name => {
    const layer = layerOf(bare(name));
    const numbered = bare(name).includes('/') && layer.endsWith(number);
    return numbered ? layer.slice(0, -number.length) + bare(name).slice(layer.length) : bare(name);
  };
}

const layerOf = (name: string): string => name.split('/')[0]!;

/** A function that is called twice gives the same names twice. */
function unused(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name}#${count}`;
  return free;
}
