import { placeholder } from '../../acceptance/command.ts';
import type { ModelResult } from '../../results/model.ts';
import { blocks } from './markup.ts';

const mostCommands = 10;

/** What to write when the change is meant, ready to be copied: nothing in it is foreign but names, which are one word each. */
export function nextStep(models: readonly ModelResult[]): string {
  const commands = models.flatMap(({ pair, verdict }) => (pair && verdict === 'fail' ? [commandOf(pair)] : []));
  if (commands.length === 0) return '';
  return blocks(
    `**Meant that way?** Somebody who may accept it comments this, with a reason, and runs this job again${commands.length > 1 ? ' (a line per model)' : ''}:`,
    `\`\`\`\n${commands.slice(0, mostCommands).join('\n')}\n\`\`\``,
  );
}

function commandOf({ code, named }: NonNullable<ModelResult['pair']>): string {
  const names = named.map(name => `+${name}`);
  return ['/camdrift accept', code, ...names, placeholder].join(' ');
}
