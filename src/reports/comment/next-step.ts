import { placeholder } from '../../acceptance/command.ts';
import type { ModelResult } from '../../results/model.ts';
import { anchored } from './anchors.ts';
import { blocks } from './markup.ts';

const mostCommands = 10;

type Offered = NonNullable<ModelResult['pair']>;

/** What to write when the change is meant. It can be written anew when somebody has. */
export function nextStep(models: readonly ModelResult[]): string {
  if (models.every(({ pair }) => pair === undefined)) return '';
  return anchored(
    'next',
    commandsFor(models.flatMap(({ pair, verdict }) => (pair && verdict === 'fail' ? [pair] : []))),
  );
}

/** Ready to be copied: nothing in it is foreign but names, which are one word each. */
export function commandsFor(pairs: readonly Offered[]): string {
  if (pairs.length === 0) return '';
  const each = pairs.length > 1 ? ' (a line per model)' : '';
  return blocks(
    `**Meant that way?** Somebody who may accept it comments this, with a reason${each}:`,
    `\`\`\`\n${pairs.slice(0, mostCommands).map(commandOf).join('\n')}\n\`\`\``,
    '<sub>Unless a workflow listens to comments, this job is then run again by hand.</sub>',
  );
}

function commandOf({ code, named }: Offered): string {
  const names = named.map(name => `+${name}`);
  return ['/camdrift accept', code, ...names, placeholder].join(' ');
}
