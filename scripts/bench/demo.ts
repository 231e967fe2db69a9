import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isBuilt, root, runCommand } from './command.ts';
import type { Row } from './row.ts';
import { median } from './stopwatch.ts';
import type { Bench } from './task.ts';

const config = 'fixtures/demo/camdrift.yml';

/** What somebody who tries the README's example waits for: from process start to verdict. */
export async function demo({ engines, folder, quick }: Bench): Promise<Row[]> {
  if (!isBuilt() || !existsSync(join(root, config))) {
    console.error(`  demo: skipped, there is no ${isBuilt() ? config : 'dist/cli.js'}`);
    return [];
  }
  const rows: Row[] = [];
  for (const engine of engines) {
    const seconds: number[] = [];
    for (let run = 0; run < (quick ? 1 : 3); run++) {
      console.error(`  demo: ${engine}`);
      const args = ['audit', '--config', config, '--engine', engine, '--out', join(folder, 'demo')];
      seconds.push((await runCommand(args, root)).seconds);
    }
    const measured = `first ${seconds[0]!.toFixed(1)} s, median of ${seconds.length}`;
    const result = median(seconds);
    rows.push({ benchmark: 'demo audit', subject: engine, measured, result, unit: 's', target: { most: 5 } });
  }
  return rows;
}
