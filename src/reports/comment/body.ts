import { otherModels, yardstick } from './change.ts';
import { countsTable } from './counts.ts';
import { footer, legend } from './foot.ts';
import { leftForLength, unpublished } from './left-out.ts';
import { blocks, link, text } from './markup.ts';
import { section } from './model.ts';
import { nextStep } from './next-step.ts';
import { everything, reportLine } from './report-link.ts';
import type { Scene } from './scene.ts';
import { lead } from './verdict.ts';
import { whatNext } from './what-next.ts';

/** What stands below the heading: what the verdict rests on, the models, what was left out, where the numbers come from. */
export function bodyOf(scene: Scene): string {
  const { request, plan, models } = scene;
  const { change } = request.results;
  const counted = plan.models === 'sections' ? undefined : plan.models;
  // How much is named beside the models themselves; the shortest comments name nothing.
  const named = counted === undefined ? 20 : Math.min(10, counted);
  return blocks(
    request.claimed ? claimedNote : '',
    counted === undefined ? lead(models) : '',
    request.claimed ? '' : whatNext(models),
    otherModels(change, named),
    yardstick(change, named),
    notes(scene, named),
    ...(counted === undefined ? models.map(model => section(scene, model)) : [countsTable(models, counted)]),
    request.claimed ? '' : nextStep(models, request.terms?.by),
    reportLine(request.links.report, models),
    omissions(scene),
    counted === undefined ? legend(scene) : '',
    footer(scene),
  );
}

const claimedNote =
  '⚠️ **Claimed, not checked**: these numbers come from a run that this repository does not control. Whoever made the pull request could have changed them.';

/** A paragraph each: a list would run into the one above it. */
function notes({ request: { notes = [], withoutPictures, links }, pictures }: Scene, most: number): string {
  if (most === 0) return '';
  const missing = withoutPictures !== undefined && pictures.unpublished > 0;
  return blocks(
    ...notes.slice(0, most).map(note => `**Note**: ${text(note, 400)}`),
    notes.length > most ? `and ${notes.length - most} more` : '',
    missing
      ? `**No pictures here**: ${text(withoutPictures, 200)}. ${everything(links.run, links.report)}`.trimEnd()
      : '',
  );
}

function omissions(scene: Scene): string {
  const { run, report } = scene.request.links;
  const forLength = leftForLength(scene);
  const missing = unpublished(scene);
  const words = [
    forLength.length > 0 ? `Left out for length: ${forLength.join('; ')}.` : '',
    missing.length > 0 ? `${missing.join('; ')}.` : '',
  ].filter(Boolean);
  if (words.length === 0) return '';
  // The shortest comments have no room for more.
  const where =
    scene.plan.models === 'sections' || report ? everything(run, report) : run && `See the ${link('run', run)}.`;
  return `**${words.join(' ')}** ${where ?? ''}`.trimEnd();
}
