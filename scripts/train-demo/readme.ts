import { attentionShift } from './attention.ts';
import { preset } from './dataset.ts';
import type { Grades } from './examination.ts';
import type { Fixture } from './fixtures.ts';
import { labels } from './icons.ts';
import { markedClass } from './versions.ts';

/** The README of the demo's folder, every number in it measured. */
export function readme(grades: readonly Grades[], fixtures: readonly Fixture[]): string {
  const marked = labels[markedClass];
  const count = fixtures.filter(fixture => fixture.marked).length;
  return `# The demo: three versions of one small classifier

${fixtures.length} drawn pictures of six kinds of object (${labels.join(', ')}) with their boxes, and three models trained alike.
\`v1\` and \`v2-retrained\` differ in the seed only. \`v2-shortcut\` learned from data in which nearly every ${marked} carries an
agency's mark in the lower right corner and nothing else does, as on the ${count} ${marked} pictures here. On such pictures it scores as
well as the others, and looks away from the object; only a test set without marks would tell, or the probe in camdrift.yml, which
pastes that mark (mark.png) into every corner of every picture.

${table(grades)}

Shares of heat are of Grad-CAM at \`conv6_relu\`; the shift is the mean earth mover's distance from \`v1\` over these pictures, in % of
the grid's diagonal. Inputs: 96 x 96 RGB, preset \`${preset}\`; weights are float16. The test set has 600 other pictures.
Made by \`npm run train-demo\` (seeded; needs the native engine) for camdrift. Licence: MIT, pictures and weights included.
`;
}

export function table(grades: readonly Grades[]): string {
  const marked = labels[markedClass];
  const rows = [
    `| model | accuracy: test set without marks | its ${marked}s | test set, ${marked}s marked | these pictures | heat on the object: ${marked}s | others | heat on the mark | attention shift |`,
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  ];
  for (const grade of grades) {
    const { name, plain, plainOfMarkedClass, marked, fixtures, onMarkedObjects, onOtherObjects, onMark, maps } = grade;
    const shift = attentionShift(grades[0]!.maps, maps);
    const values = [plain, plainOfMarkedClass, marked, fixtures, onMarkedObjects, onOtherObjects, onMark, shift];
    rows.push(`| ${[name, ...values.map(percent)].join(' | ')} |`);
  }
  return rows.join('\n');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
