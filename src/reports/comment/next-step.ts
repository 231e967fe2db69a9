import { placeholder } from '../../acceptance/command.ts';
import type { AcceptBy } from '../../acceptance/decide.ts';
import type { ModelResult } from '../../results/model.ts';
import { anchored } from './anchors.ts';
import { blocks } from './markup.ts';

const mostCommands = 10;

type Offered = NonNullable<ModelResult['pair']>;

/** What to write when the change is meant. It can be written anew when somebody has. */
export function nextStep(models: readonly ModelResult[], by: AcceptBy | undefined): string {
  if (models.every(({ pair }) => pair === undefined)) return '';
  return anchored(
    'next',
    commandsFor(
      models.flatMap(({ pair, verdict }) => (pair && verdict === 'fail' ? [pair] : [])),
      by,
    ),
  );
}

/**
 * Ready to be copied: nothing in it is foreign but names, which are one word each.
 * @param by who may accept, where that is known
 */
export function commandsFor(pairs: readonly Offered[], by: AcceptBy | undefined): string {
  if (pairs.length === 0) return '';
  const each = pairs.length > 1 ? ' (a line per model)' : '';
  return blocks(
    '**Not meant?** Look at the pictures, and fix the model or what it was trained on.',
    `**Meant that way?** ${by ? who[by] : someone} comments this, with a reason${each}:`,
    `\`\`\`\n${pairs.slice(0, mostCommands).map(commandOf).join('\n')}\n\`\`\``,
    `<sub>${pairs.some(({ named }) => named.length > 0) ? plus : ''}Unless a workflow listens to comments, this job is then run again by hand.</sub>`,
  );
}

const someone = 'Somebody who may accept it';
const who: Readonly<Record<AcceptBy, string>> = {
  'not-author': 'Somebody with write access who did not open this pull request',
  'anyone-with-write': 'Somebody with write access',
  maintainers: 'A maintainer of the repository',
  nobody: someone,
};

const plus = 'Probes and rules of regions are accepted by their own names, after a `+`. ';

function commandOf({ code, named }: Offered): string {
  const names = named.map(name => `+${name}`);
  return ['/camdrift accept', code, ...names, placeholder].join(' ');
}
