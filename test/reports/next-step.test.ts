import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandsFor } from '../../src/reports/comment/next-step.ts';
import { visibleText } from '../support/comment-html.ts';

const plain = { code: '0123456789abcdef', named: [] };
const named = { code: 'fedcba9876543210', named: ['mark', 'object'] };

test('whoever may accept is named as the team has it, and no next step is told without something to accept', () => {
  const words = ([by]: Parameters<typeof commandsFor>[1][]) =>
    /\*\*Meant that way\?\*\* (.*) comments this, with a reason:/.exec(commandsFor([plain], by))?.[1];
  assert.deepEqual(
    (['not-author', 'anyone-with-write', 'maintainers', undefined] as const).map(by => words([by])),
    [
      'Somebody with write access who did not open this pull request',
      'Somebody with write access',
      'A maintainer of the repository',
      'Somebody who may accept it',
    ],
  );
  assert.equal(commandsFor([], 'not-author'), '');
});

test('the lines are ready to be copied, and a `+` is explained where there is one', () => {
  assert.match(commandsFor([plain], 'not-author'), /^```\n\/camdrift accept 0123456789abcdef <why>\n```$/m);
  assert.doesNotMatch(commandsFor([plain], 'not-author'), /\+/);
  const both = commandsFor([plain, named], 'not-author');
  assert.match(both, /with a reason \(a line per model\):/);
  assert.match(both, /^\/camdrift accept fedcba9876543210 \+mark \+object <why>$/m);
  assert.match(visibleText(both), /accepted by their own names, after a \+\. Unless a workflow listens/);
});
