/**
 * Writes docs/reading.md: how a comment begins in ten scenarios.
 *
 *   node scripts/first-lines.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readingTable } from '../test/support/readings.ts';

writeFileSync(join(import.meta.dirname, '../docs/reading.md'), readingTable());
