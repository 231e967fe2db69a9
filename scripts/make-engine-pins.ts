/**
 * Pins the program files of ONNX Runtime to the package that is installed here: `node scripts/make-engine-pins.ts` writes
 * `src/engines/_pins.ts`. Run it after `npm ci` whenever the version in package.json changes.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const { version, integrity } = packages['node_modules/onnxruntime-node'];
const programs = join(root, 'node_modules/onnxruntime-node/bin/napi-v6');
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

const files = Object.fromEntries(
  readdirSync(programs)
    .sort()
    .flatMap(platform =>
      readdirSync(join(programs, platform))
        .sort()
        .map(arch => {
          const folder = join(programs, platform, arch);
          const names = readdirSync(folder).sort();
          return [`${platform}-${arch}`, Object.fromEntries(names.map(name => [name, sha256(join(folder, name))]))];
        }),
    ),
);

writeFileSync(
  join(root, 'src/engines/_pins.ts'),
  `/** Written by scripts/make-engine-pins.ts: the package that was looked at, and its programs by platform, file and SHA-256. */
export const pins = ${JSON.stringify({ version, integrity, files }, undefined, 2)} as const;
`,
);
