import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requireUnjudged } from '../../src/commands/_shard.ts';
import { type AuditCommandOptions, auditCommand } from '../../src/commands/audit.ts';
import type { World } from '../../src/commands/world.ts';
import { CamdriftError } from '../../src/errors.ts';

const refused = (words: string) => (error: unknown) =>
  error instanceof CamdriftError && error.code === 'usage-wrong' && error.message.includes(words);

test('a shard takes no option that asks for a verdict, and names those that it was given', () => {
  const out: AuditCommandOptions = { out: 'shards/1', probes: 'default' };
  assert.equal(requireUnjudged(out), undefined);
  for (const [options, words] of [
    [{ json: '-' }, 'so --json cannot'],
    [{ junit: 'a.xml', sarif: 'a.sarif' }, 'so --junit and --sarif cannot'],
    [{ codeQuality: 'a.json' }, 'so --code-quality cannot'],
    [{ accepted: ['a.json'] }, 'so --accepted cannot'],
  ] as const)
    assert.throws(() => requireUnjudged({ ...out, ...options }), refused(words), words);
});

test('that is told before anything is read or written', async () => {
  const shard = { at: 1, of: 2 };
  await assert.rejects(auditCommand({ shard, json: '-' }, { cwd: '/nowhere' } as World), refused('--json'));
});
