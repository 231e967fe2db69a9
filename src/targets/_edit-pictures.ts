import type { AuditedModel } from '../auditing/one-model.ts';
import { inPairs, inRow } from '../reports/montage.ts';
import { type ProbeMontageRequest, probeMontages } from '../reports/probe-montage.ts';
import type { JudgedModel } from '../results/model.ts';
import type { FlippedPicture } from '../results/sweep.ts';
import type { Pictures } from './_fixture-pictures.ts';
import { savePicture } from './_own-files.ts';
import { flipPicture, probePicture } from './_probe-pictures.ts';

const fileOfProbe = (name: string): string => `probe-${name}`;
const fileOfEdit = (name: string): string => `edit-${name}`;

/** Names of the pictures of edits, without their ending. */
export const editFiles = ({ probes = [], flips = [] }: JudgedModel): string[] => [
  ...probes.map(({ name }) => fileOfProbe(name)),
  ...flips.map(({ edit }) => fileOfEdit(edit)),
];

/** Draws what probes and edits do: one picture for each that there is something to show of. */
export async function withEditPictures(
  folder: string,
  audited: AuditedModel,
  explainer: Pictures,
): Promise<JudgedModel> {
  const { result, flips: made = [] } = audited;
  const saved = async (name: string, request: ProbeMontageRequest | undefined) => {
    if (!request) return {};
    const path = `${result.name}/${name}`;
    const paths = { picture: `${path}.webp`, narrow: `${path}.narrow.webp` };
    const [wide, narrow] = probeMontages(request, [inRow, inPairs]);
    await Promise.all([savePicture(folder, paths.picture, wide!), savePicture(folder, paths.narrow, narrow!)]);
    return paths;
  };
  const probes = await Promise.all(
    (result.probes ?? []).map(async probe => ({
      ...probe,
      ...(await saved(fileOfProbe(probe.name), await probePicture(audited, probe, explainer))),
    })),
  );
  const withPicture = async (flip: FlippedPicture): Promise<FlippedPicture> => {
    const probe = probes.find(({ name }) => name === flip.edit);
    const own = made.find(({ edit }) => edit === flip.edit);
    if (probe) return 'picture' in probe ? { ...flip, picture: probe.picture, narrow: probe.narrow } : flip;
    return own
      ? { ...flip, ...(await saved(fileOfEdit(flip.edit), await flipPicture(audited, own, explainer))) }
      : flip;
  };
  const drawn = { ...result, ...(result.probes && { probes }) };
  return drawn.flips ? { ...drawn, flips: await Promise.all(drawn.flips.map(withPicture)) } : drawn;
}
