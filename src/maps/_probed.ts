import { normalised } from '../core/divergence.ts';
import { fedEdited, type LoadedFixture, type Preparation } from '../images/load.ts';
import type { Evidence } from '../methods/method.ts';
import { edit } from '../probes/edit.ts';
import type { EditedPicture, Probe, ProbeRefusal, ProbeSeen } from '../probes/probe.ts';
import { type Answer, probeSeen } from '../probes/see.ts';
import { likeliest, mapOf } from './map-of.ts';

/** A model's evidence of what it is fed, for a class each. */
export type Ask = (values: readonly Float32Array[], classes: readonly (number | 'predicted')[]) => Evidence[];

export const arrayRefused = { refused: 'An array is no picture that could be edited.' };

/** The whole batch once more, edited; each fixture is explained for the class that it was explained for unedited. */
export function probed(
  probe: Probe,
  fixtures: readonly LoadedFixture[],
  evidence: readonly Evidence[],
  { methods: [judged], preprocess: recipe }: Pick<Preparation, 'preprocess'> & { readonly methods: readonly string[] },
  ask: Ask,
): { name: string; seen: (ProbeSeen | ProbeRefusal)[] } {
  const edits = fixtures.map(({ picture, regions }) => (picture ? edit(probe, picture, regions) : arrayRefused));
  const sound = edits.flatMap((edited, index) =>
    'refused' in edited ? [] : [{ edited, fixture: fixtures[index]!, before: evidence[index]! }],
  );
  const found = ask(
    sound.map(({ edited: { picture }, fixture }) => fedEdited(picture, fixture, recipe)),
    sound.map(({ before }) => before.classIndex),
  ).values();
  const seen = edits.map((edited, index) =>
    'refused' in edited ? edited : compared(evidence[index]!, found.next().value!, edited, judged!),
  );
  return { name: probe.name, seen };
}

function compared(before: Evidence, after: Evidence, { mark }: EditedPicture, method: string) {
  const answer = (evidence: Evidence): Answer => ({
    map: mapOf(method, evidence),
    predicted: likeliest(evidence.probabilities),
    probabilities: normalised(evidence.probabilities),
  });
  return probeSeen(answer(before), answer(after), mark);
}
