/**
 * Feeds readers of foreign bytes with mutations of our own files. Each input may be read or refused with a CamdriftError; any
 * other error, an engine that breaks, 2 seconds of the processor, or 500 MB is a finding, is kept, and makes the exit code 1.
 *
 *   npm run fuzz                                             60 seconds over all targets
 *   npm run fuzz -- --target onnx --seconds 60 --seed 1      one; the same inputs for the same seed
 *   npm run fuzz -- --target onnx --seed 1 --from 17 --inputs 1 --keep found    one input again, into a folder
 */
import { parseArgs } from 'node:util';
import { fuzzed, type Tried } from './fuzzed.ts';
import { targets } from './targets.ts';

const { values } = parseArgs({
  options: {
    target: { type: 'string', default: 'all' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    inputs: { type: 'string', default: '1e12' },
    keep: { type: 'string' },
  },
});

const names = values.target === 'all' ? Object.keys(targets) : values.target.split(',');
const unknown = names.find(name => !(name in targets));
if (unknown !== undefined)
  throw new Error(`There is no target ${unknown}; expected ${Object.keys(targets).join(', ')}.`);

const share = Number(values.seconds) / names.length;
const all: Tried[] = [];
for (const target of names) {
  const tried = await fuzzed({
    target,
    seed: values.seed,
    from: Number(values.from),
    inputs: Number(values.inputs),
    seconds: share,
    keep: values.keep,
  });
  all.push(tried);
  console.log(line(tried));
  for (const { index, kind, message } of tried.findings)
    console.log(`  ${kind} at ${target} seed ${values.seed} input ${index}: ${message}`);
}
const sum = (of: (tried: Tried) => number) => all.reduce((total, tried) => total + of(tried), 0);
console.log(
  `${sum(({ read }) => read) + sum(({ refused }) => refused) + sum(({ findings }) => findings.length)} inputs over ${all.length} targets, ${sum(({ findings }) => findings.length)} findings, ${sum(({ cpu }) => cpu).toFixed(0)} s of the processor`,
);
// Having tried nothing is a failure too.
process.exitCode = all.some(({ read, refused, findings }) => read + refused === 0 || findings.length > 0) ? 1 : 0;

function line({ target, read, refused, findings, cpu, peak }: Tried): string {
  const numbers = [
    `${read} read`,
    `${refused} refused`,
    `${findings.length} findings`,
    `${cpu.toFixed(1)} s`,
    `peak ${(peak / 2 ** 20).toFixed(0)} MB`,
  ];
  return `${target.padEnd(14)} ${String(read + refused + findings.length).padStart(8)} inputs: ${numbers.join(', ')}`;
}
