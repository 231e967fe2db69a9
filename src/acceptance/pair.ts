import { createHash } from 'node:crypto';
import { makingDigest } from '../baselines/baseline.ts';
import type { ModelResult } from '../results/model.ts';
import { codeOf, type Reason } from '../results/reason.ts';

/**
 * What somebody accepts: this model in the place of that one, each explained and fed as it was, with these reasons against it and
 * no others.
 */
export interface Pair {
  /**
   * 64 bits, in hexadecimal. Whoever proposes a model can try out as many as they like, so a code that is a few letters long
   * would be found again for a worse one.
   */
  readonly code: string;
  /** Probes and regions that must be accepted by name. */
  readonly named: readonly string[];
}

const digits = 16;

/** Undefined when nothing failed, or it is not known what was judged: then there is nothing to accept. */
export function pairOf({ name, verdict, reasons, baseline, candidate }: ModelResult): Pair | undefined {
  const fired = reasons.filter(({ level }) => level === 'fail');
  if (verdict !== 'fail' || fired.length === 0 || !candidate) return undefined;
  const keys = fired.map(reason => [codeOf(reason), ...factsOf(reason)].join(' ')).sort();
  const subject = [name, baseline ? makingDigest(baseline) : null, makingDigest(candidate), keys];
  const code = createHash('sha256').update(JSON.stringify(subject)).digest('hex').slice(0, digits);
  return { code, named: [...new Set(fired.flatMap(nameOf))].sort() };
}

/** What tells two reasons of one code apart. How far something moved does not: it is the same models that did. */
function factsOf(reason: Reason): string[] {
  switch (reason.code) {
    case 'probe-regression':
      return [reason.probe];
    case 'region-rule': {
      const { of, at, limit } = reason.rule;
      return [reason.region, of, at, String(limit)];
    }
    case 'class-regression':
    case 'tag-regression':
      return [reason.group];
    case 'label-regression':
      return [reason.label, reason.found.code];
    case 'attention-regression':
      return [reason.metric];
    case 'pinned-drift':
      return [reason.title, reason.found.code];
    default:
      return [];
  }
}

/** One word: what the reader copies has no spaces in it. */
function nameOf(reason: Reason): string[] {
  if (reason.code === 'probe-regression') return [oneWord(reason.probe)];
  return reason.code === 'region-rule' ? [oneWord(reason.region)] : [];
}

const oneWord = (name: string): string => name.replace(/[\s`\p{Cc}\p{Cf}]+/gu, '_');
