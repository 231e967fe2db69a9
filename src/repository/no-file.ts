import type { Place } from './snapshot.ts';

/** What stands in the way of a file, if that is the reason. */
export function whyNot(found: Place | undefined): string {
  if (found?.kind === 'folder') return ': it is a folder';
  if (found?.kind === 'away') return `: the symbolic link ${found.path} leads out of the repository`;
  return found?.kind === 'submodule' ? `: the submodule ${found.path} cannot be read` : '';
}

export const remedyFor = (found: Place | undefined): string => (found && remedies[found.kind]) ?? missingRemedy;

const missingRemedy =
  'Check the path; where the earlier version is gone for good, commit a baseline made with `camdrift baseline`.';
const remedies: Partial<Readonly<Record<Place['kind'], string>>> = {
  away: 'Let the link lead to a file of the repository, or commit a baseline made with `camdrift baseline`.',
  submodule:
    'Give the input `github-token` one that reads the submodule, which must belong to the same owner; or let actions/checkout bring its history (`submodules: true`, `fetch-depth: 0`); or commit a baseline made with `camdrift baseline`.',
};
